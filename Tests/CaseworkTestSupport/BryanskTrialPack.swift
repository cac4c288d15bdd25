import Foundation

/// A pack folder of the Bryansk order that holds its own parts only, under a bare `act.yaml`: standards, fees and living are
/// tried without the rest of the act.
public enum BryanskTrialPack {
    /// The folder's path, made anew at every call.
    public static func make() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bryansk-\(UUID().uuidString)/bryansk-1206")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["standards.yaml", "fee.yaml", "living.yaml"] {
            try FileManager.default.copyItem(
                at: regulations.appending(path: "bryansk-1206/\(name)"), to: folder.appending(path: name))
        }
        try Data(act.utf8).write(to: folder.appending(path: "act.yaml"))
        return folder
    }

    private static let regulations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources/Regulations")

    private static let act = """
        act:
          id: bryansk-1206
          short: "1206"
          title: Порядок сопровождаемого проживания
          inForce: {from: 2025-01-01}
          consentPoint: 10
          surveyPoint: 5
          refusedStage: refused
          closedStage: closed
        sources:
          - {id: personal, title: Обращение гражданина, point: 5}
        stages:
          - {id: found, title: Выявление, point: 5, reachedBy: [referral-received]}
          - {id: refused, title: Отказ, ours: true}
          - {id: closed, title: Закрыто, ours: true}

        """
}
