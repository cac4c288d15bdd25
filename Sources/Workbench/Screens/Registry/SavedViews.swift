import CaseStore
import Casework
import Terminal

extension Registry {
    /// Offers the worker's saved views, saving the present one, and deleting one.
    func chooseView() {
        let views = (try? session.archive.savedViews(worker: session.worker.login)) ?? []
        let texts = session.texts
        var entries = views.enumerated().map { MenuEntry($1.name, key: "\($0 + 1)".first) }
        entries.append(MenuEntry(texts("registry.views.save"), key: "0"))
        entries += views.map { MenuEntry(texts("registry.views.delete", $0.name)) }
        let menu = Menu(title: texts("registry.views.title"), entries: entries)
        session.navigator?.open(
            MenuOverlay(menu) { [weak self] index in
                guard let self else { return }
                if index < views.count {
                    self.show(views[index])
                } else if index == views.count {
                    self.nameView()
                } else {
                    self.delete(views[index - views.count - 1])
                }
            })
    }

    private func show(_ view: SavedView) {
        query = view.query
        restart()
        session.say(view.name, .info)
    }

    private func nameView() {
        let spec = FormSpec(
            id: "view", title: session.texts("form.view.title"),
            fields: [FieldSpec("name", label: "field.view-name", kind: .text(maxLength: 60), isRequired: true)],
            keepsDraft: false,
            save: { [weak self] values in
                guard let self, let name = values["name"]?.nonEmpty else { return .rejected([:]) }
                do throws(StoreError) {
                    try self.session.archive.save(SavedView(name: name, query: self.query), worker: self.session.worker.login)
                    self.session.say(self.session.texts("registry.view-saved", name), .done)
                    return .saved
                } catch {
                    return .rejected(["": self.session.texts("store.\(error.code)", arguments: error.arguments)])
                }
            })
        session.navigator?.push(FormScreen(spec, session: session))
    }

    private func delete(_ view: SavedView) {
        do throws(StoreError) {
            try session.archive.deleteSavedView(view.name, worker: session.worker.login)
            session.say(session.texts("registry.view-deleted", view.name), .done)
        } catch {
            session.complain(error)
        }
    }
}
