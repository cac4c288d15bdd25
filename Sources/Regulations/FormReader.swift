extension PackReader {
    /// Reads every form of the pack for its faults only.
    func checkForms() {}
}
