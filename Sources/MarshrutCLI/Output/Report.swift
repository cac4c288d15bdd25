/// A result: JSON for programs, and a table for people that is made only when it is asked for.
struct Report {
    /// The data.
    var json: JSONValue
    /// The text for people, with line ends.
    var table: () -> String

    init(_ json: JSONValue, table: @escaping () -> String) {
        self.json = json
        self.table = table
    }
}
