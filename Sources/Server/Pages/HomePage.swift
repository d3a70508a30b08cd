/// The front door: what Raíz is, and a box for the join code.
package struct HomePage: Page {
    package static let template = "home"

    package var locale: PageLocale
    /// What was typed, to be shown again when it was not found.
    package var code: String
    /// Why the person is still here, such as a code that nobody knows.
    package var notice: String?
    package var otherLanguage: String?

    package init(locale: PageLocale, code: String = "", notice: String? = nil, otherLanguage: String? = nil) {
        self.locale = locale
        self.code = code
        self.notice = notice
        self.otherLanguage = otherLanguage
    }

    package var fields: PageFields {
        ["code": .text(code), "notice": .text(notice), "wrong": .flag(notice != nil)]
    }
}
