import Mustache

/// What a page gives to its template: every name the template may ask for.
package typealias PageFields = [String: PageValue]

/// The few shapes a template can show.
package enum PageValue: Sendable {
    /// Words; a section over `nil` shows nothing.
    case text(String?)
    /// Whether a section is shown.
    case flag(Bool)
    /// A section shown once for each.
    case list([PageFields])
}

/// One scope of names. The outermost remembers the names that no scope knew.
struct PageScope: MustacheParent {
    let fields: PageFields
    var outermost: Outermost?

    /// Lives for one render only. The engine is synchronous, so nothing is shared.
    final class Outermost {
        let locale: PageLocale
        private(set) var unknown: [String] = []

        init(locale: PageLocale) {
            self.locale = locale
        }

        /// `say-…` is a word of the table; anything else is unknown.
        func child(named name: String) -> Any? {
            if name.hasPrefix("say-"), let word = PageWord(rawValue: String(name.dropFirst(4))) {
                return word.text(in: locale)
            }
            if !unknown.contains(name) { unknown.append(name) }
            return nil
        }
    }

    func child(named name: String) -> Any? {
        switch fields[name] {
        case .text(let text?): text
        case .text(nil): false
        case .flag(let flag): flag
        case .list(let items): items.map { PageScope(fields: $0) }
        case nil: outermost?.child(named: name)
        }
    }
}
