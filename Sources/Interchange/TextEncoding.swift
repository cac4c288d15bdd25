/// The encodings that foreign files are read in.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8, strictly: an invalid sequence is an error, never a replacement character.
    case utf8 = "utf-8"
    /// UTF-16, little-endian; told by its byte order mark alone (Excel's «Текст Юникод»).
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, big-endian; told by its byte order mark alone.
    case utf16BigEndian = "utf-16be"
    /// Windows-1251, Excel's «CSV» on a Russian Windows.
    case cp1251
    /// The DOS page 866: old accounting programs.
    case cp866
    /// KOI8-R: old Unix and mail programs.
    case koi8r = "koi8-r"
}

/// What a worker may say about a file's encoding: `--encoding auto|utf-8|cp1251`.
public enum EncodingChoice: String, Sendable, CaseIterable {
    /// Byte order mark, then strict UTF-8, then a guess by letters.
    case auto
    /// UTF-8 or an error.
    case utf8 = "utf-8"
    /// Windows-1251 or an error.
    case cp1251
}

/// The encoding found for a file, and how much to trust it.
public struct EncodingFinding: Sendable, Equatable {
    /// The encoding that the file is read in.
    public let encoding: TextEncoding
    /// How sure the finding is.
    public let confidence: Confidence
    /// What the finding rests on.
    public let ground: Ground

    /// How sure a finding is. Show a preview and ask when it is `doubtful`.
    public enum Confidence: String, Sendable, Comparable {
        /// Too few letters, or two encodings fit about as well.
        case doubtful
        /// The letters' statistics speak clearly for one encoding.
        case likely
        /// Told by a byte order mark, by valid UTF-8, or by the worker.
        case certain

        /// Less sure comes first.
        public static func < (left: Self, right: Self) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .doubtful: 0
            case .likely: 1
            case .certain: 2
            }
        }
    }

    /// What a finding rests on.
    public enum Ground: String, Sendable {
        /// The worker named the encoding.
        case chosen
        /// The file begins with a byte order mark.
        case byteOrderMark = "byte-order-mark"
        /// Only ASCII is in the file: every encoding reads it alike.
        case ascii
        /// The whole file is valid UTF-8 beyond ASCII.
        case validUTF8 = "valid-utf-8"
        /// Statistics of Russian letters.
        case letters
    }

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - encoding: The encoding to read in.
    ///   - confidence: How sure it is.
    ///   - ground: What it rests on.
    public init(encoding: TextEncoding, confidence: Confidence, ground: Ground) {
        self.encoding = encoding
        self.confidence = confidence
        self.ground = ground
    }
}
