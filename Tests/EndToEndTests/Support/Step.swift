import Testing

/// One step of a walk under its own name: a failure inside says which step it was.
func step<Result>(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Result
) throws -> Result {
    do {
        return try body()
    } catch {
        Issue.record("the walk stopped at the step «\(name)»: \(error)", sourceLocation: sourceLocation)
        throw error
    }
}
