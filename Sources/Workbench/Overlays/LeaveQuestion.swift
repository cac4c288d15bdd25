import Terminal

/// Leaving with changes: three answers with three different keys, staying first.
enum LeaveQuestion {
    /// What the worker chose beside staying.
    enum Answer {
        /// Leave, keep what is typed as a draft.
        case keep
        /// Leave, throw it away.
        case drop
    }

    static func overlay(title: String, session: Session, leave: @escaping (Answer) -> Void) -> DialogOverlay {
        let texts = session.texts
        let button = { (name: String) in DialogButton(texts("leave.\(name)"), key: texts("leave.\(name).key").first) }
        let dialog = Dialog(
            title: title, text: texts("leave.question"), buttons: [button("stay"), button("keep"), button("drop")])
        return DialogOverlay(dialog) { answer in
            if answer == 1 { leave(.keep) } else if answer == 2 { leave(.drop) }
        }
    }
}
