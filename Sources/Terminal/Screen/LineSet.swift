/// The signs used for frames, cuts and marks: UTF-8, or plain ASCII where the terminal cannot show more.
public struct LineSet: Hashable, Sendable {
    /// Horizontal rule.
    public var horizontal: Character
    /// Vertical rule.
    public var vertical: Character
    /// Corners in the order top left, top right, bottom left, bottom right.
    public var corners: [Character]
    /// A rule joining the left side of a frame.
    public var teeRight: Character
    /// A rule joining the right side of a frame.
    public var teeLeft: Character
    /// Stands for what was cut off.
    public var ellipsis: Character
    /// The column is sorted from small to large.
    public var ascending: Character
    /// The column is sorted from large to small.
    public var descending: Character
    /// There is more to the left.
    public var moreLeft: Character
    /// There is more to the right.
    public var moreRight: Character
    /// A marked row.
    public var mark: Character
    /// The selected row, shown beside colour so that it is seen on every theme.
    public var pointer: Character
    /// A list opens here.
    public var dropDown: Character
    /// The done part of a progress bar.
    public var filled: Character
    /// The part of a progress bar still to do.
    public var unfilled: Character
    /// A list's bullet.
    public var bullet: Character

    /// Box drawing characters; all of them are one cell wide.
    public static let unicode = LineSet(
        horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"], teeRight: "├", teeLeft: "┤", ellipsis: "…", ascending: "▲",
        descending: "▼", moreLeft: "◂", moreRight: "▸", mark: "√", pointer: "▸", dropDown: "▾", filled: "█", unfilled: "░",
        bullet: "•")

    /// Box drawing characters with seven-bit signs, for the Linux console, whose fonts have little else.
    public static let console = LineSet(
        horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"], teeRight: "├", teeLeft: "┤", ellipsis: "~", ascending: "^",
        descending: "v", moreLeft: "<", moreRight: ">", mark: "*", pointer: ">", dropDown: "v", filled: "█", unfilled: "░",
        bullet: "*")

    /// Signs of seven bits only.
    public static let ascii = LineSet(
        horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"], teeRight: "+", teeLeft: "+", ellipsis: "~", ascending: "^",
        descending: "v", moreLeft: "<", moreRight: ">", mark: "*", pointer: ">", dropDown: "v", filled: "#", unfilled: ".",
        bullet: "*")
}
