import MarshrutResources

/// Files that come with the program.
enum Shipped {
    static func path(_ folder: String, _ name: String) -> String { ResourceFolder.path(folder, name) }
}
