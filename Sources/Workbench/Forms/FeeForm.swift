import Casework
import Regulations

/// The decision on the fee: the first F2 shows the arithmetic of what is typed, the second one keeps it.
enum FeeForm {
    /// The first of the case's acts that has rules of payment.
    static func act(of file: CaseFile, session: Session) -> RegulationPack? {
        file.header.regulations.compactMap { id in session.packs.first { $0.id == id } }.first { $0.regulation.fees != nil }
    }

    static func spec(_ file: CaseFile, _ pack: RegulationPack, _ rules: FeeRules, session: Session) -> FormSpec {
        let texts = session.texts
        let shown = Shown()
        return FormSpec(
            id: "fee.\(file.header.number)", caseNumber: file.header.number, title: texts("form.fee.title"),
            notes: [session.wording.person(file), texts("form.fee.hint")],
            fields: [
                FieldSpec("date", label: "field.date", kind: .date, isRequired: true, initial: session.today.dotted),
                FieldSpec("income", label: "field.fee.income", kind: .text(maxLength: 15)),
                FieldSpec("limit", label: "field.fee.limit", kind: .text(maxLength: 15)),
                FieldSpec(
                    "category", label: "field.fee.category", kind: .choice(rules.freeCategories.map { ($0.id, $0.title) })),
                FieldSpec("services", label: "field.fee.services", kind: .area(rows: 5)),
            ],
            save: { values in
                let order: DecideFee
                switch read(values, pack, session) {
                case .failure(let rejection): return .rejected(rejection.errors)
                case .success(let value): order = value
                }
                do throws(Refusal) {
                    let fee = try order.decision(rules)
                    if shown.fee == fee { return session.save(order, on: file) }
                    shown.fee = fee
                    session.navigator?.open(overlay(fee, pack, rules, session))
                    return .asked
                } catch {
                    return .rejected(["": texts.refusal(error)])
                }
            })
    }

    /// The arithmetic that the worker has been shown.
    private final class Shown {
        var fee: FeeDecision?
    }

    private struct Rejection: Error {
        var errors: [String: String]
    }

    private static func read(
        _ values: [String: String], _ pack: RegulationPack, _ session: Session
    ) -> Result<DecideFee, Rejection> {
        var errors: [String: String] = [:]
        var sums: [String: Money] = [:]
        for key in ["income", "limit"] {
            guard let text = values[key]?.nonEmpty else { continue }
            sums[key] = Money(text)
            if sums[key] == nil { errors[key] = session.texts("form.fee.bad-money") }
        }
        var services: [FeeService] = []
        for line in (values["services"] ?? "").split(separator: "\n").compactMap({ String($0).nonEmpty }) {
            if let service = FeeService(line), pack.standards?.services.contains(where: { $0.key == service.key }) ?? true {
                services.append(service)
            } else {
                errors["services"] = session.texts("form.fee.bad-service", line)
            }
        }
        guard errors.isEmpty, let date = session.readDate(values["date"] ?? "") else {
            return .failure(Rejection(errors: errors))
        }
        return .success(
            DecideFee(
                on: date, income: sums["income"], limit: sums["limit"], category: values["category"]?.nonEmpty,
                services: services))
    }

    private static func overlay(
        _ fee: FeeDecision, _ pack: RegulationPack, _ rules: FeeRules, _ session: Session
    ) -> TextOverlay {
        let texts = session.texts
        let lines = fee.steps.map { step in
            let words = texts.feeStep(step) { subject in
                rules.freeCategories.first { $0.id == subject }?.title
                    ?? pack.standards?.services.first { $0.key == subject }?.title ?? subject
            }
            return words + (step.basis.map { " (\(texts.basis($0)))" } ?? "")
        }
        let result = texts("fee.result.\(fee.mode.rawValue)", fee.fee.grouped)
        return TextOverlay(
            title: texts("form.fee.title"), lines: (lines + [result, "", texts("form.fee.check")]).map { .text($0) },
            footer: texts("about.footer"))
    }
}
