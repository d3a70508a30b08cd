/// Something went wrong: what, in one sentence, and what to do now.
package struct ErrorPage: Page {
    package static let template = "error"

    package var locale: PageLocale
    /// The HTTP status.
    package var status: Int
    package var title: String
    package var sentence: String
    /// What the person can do next.
    package var advice: String
    package var otherLanguage: String?

    package init(locale: PageLocale, status: Int, title: String, sentence: String, advice: String) {
        self.locale = locale
        self.status = status
        self.title = title
        self.sentence = sentence
        self.advice = advice
    }

    package var fields: PageFields {
        [
            "status": .text("\(status)"),
            "title": .text(title),
            "sentence": .text(sentence),
            "advice": .text(advice),
        ]
    }
}
