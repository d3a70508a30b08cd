/// The languages in which pages speak.
package enum PageLocale: String, Sendable, CaseIterable {
    case spanish = "es-CL"
    case english = "en"

    /// English for any English tag (`en`, `en-GB`); Spanish, the first language here, for everything else.
    package init(tag: String) {
        let language = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first
        self = language == "en" ? .english : .spanish
    }

    /// The other one, to offer a change.
    package var other: PageLocale { self == .spanish ? .english : .spanish }
}
