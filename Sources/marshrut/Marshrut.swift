import MarshrutCLI

@main
struct Marshrut {
    static func main() { Program.main() }
}
