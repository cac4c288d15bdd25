#if canImport(Glibc)
    import Glibc
#endif

extension CaseArchive {
    /// Ignores the signal that ends a process at its file-size limit, so that the store can say `writeFailed` instead.
    ///
    /// Call it once at the start of `main`.
    public static func ignoreFileSizeSignal() { signal(SIGXFSZ, SIG_IGN) }
}
