/// A thing that may be done next in a case, or why it may not.
public struct NextStep: Sendable {
    /// The action.
    public var action: ActionName
    /// The means, for contact attempts.
    public var method: ContactMethod?
    /// Why not now; nil when it may be done.
    public var refusal: Refusal?
}

extension CaseFile {
    /// The steps a worker may think of next, each allowed or with the reason why not.
    ///
    /// Each is tried as a real decision with today's facts, so that this list can never disagree with the rules.
    public func nextSteps(in context: DecisionContext) -> [NextStep] {
        let today = context.now.date
        var trials: [(ContactMethod?, any CaseAction)] = ContactMethod.allCases.map { method in
            (method, LogContactAttempt(method: method, outcome: method == .post ? .sent : .noAnswer, at: CivilDateTime(today)))
        }
        trials.append((nil, RecordConsent(isGiven: !(accompanimentConsent?.isGiven ?? false), on: today)))
        trials.append((nil, AgreeMeeting(at: CivilDateTime(today))))
        trials.append((nil, SettleMeeting(status: .held)))
        let acts = context.acts(of: header)
        let area = acts.needAreas.first?.entry.id ?? ""
        trials.append((nil, RecordSurvey(on: today, needs: [Need(area: area, text: "")])))
        let kind = acts.programKinds.first?.entry.id ?? ""
        trials.append((nil, DraftProgram(kind: kind, on: today)))
        trials.append((nil, AgreeProgram(kind: kind, on: today)))
        trials.append((nil, CloseCase(ground: acts.closingGrounds.first?.id ?? "", on: today)))
        trials.append((nil, ReopenCase(reason: "-")))
        return trials.map { method, action in
            do throws(Refusal) {
                _ = try action.decide(self, in: context)
                return NextStep(action: action.name, method: method, refusal: nil)
            } catch {
                return NextStep(action: action.name, method: method, refusal: error)
            }
        }
    }
}
