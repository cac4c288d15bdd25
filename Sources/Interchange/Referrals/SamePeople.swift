import Casework

/// People already met in one file: finds the row that tells of the same person.
///
/// As in the store: by СНИЛС where it is known and found, else by folded name and birth date, unless both СНИЛС are known
/// and differ.
public struct SamePeople {
    private struct Name: Hashable {
        var key: String
        var born: CivilDate
    }

    private var bySNILS: [SNILS: Int] = [:]
    private var byName: [Name: (line: Int, snils: SNILS?)] = [:]

    /// Nobody met yet.
    public init() {}

    /// The line of the earlier row about the same person; nil for somebody new, who is then remembered.
    public mutating func meet(_ citizen: Citizen, line: Int) -> Int? {
        if let snils = citizen.snils, let earlier = bySNILS[snils] { return earlier }
        let name = Name(key: citizen.nameKey, born: citizen.born)
        if let earlier = byName[name] {
            let isNamesake = earlier.snils != nil && citizen.snils != nil && earlier.snils != citizen.snils
            if !isNamesake { return earlier.line }
        } else {
            byName[name] = (line, citizen.snils)
        }
        if let snils = citizen.snils { bySNILS[snils] = line }
        return nil
    }
}
