/// Why a page could not be made. These are mistakes of ours, never of the person reading.
package enum PageError: Error, Equatable, Sendable {
    /// No template has this name.
    case noTemplate(String)
    /// The template asks for names that its page does not give it.
    case unknownNames(template: String, names: [String])
    /// The template breaks a rule that keeps pages safe, or cannot be parsed.
    case brokenTemplate(name: String, reason: String)

    /// Stable, for logs and alarms.
    package var code: String {
        switch self {
        case .noTemplate: "page-no-template"
        case .unknownNames: "page-unknown-names"
        case .brokenTemplate: "page-broken-template"
        }
    }

    /// What happened, for whoever looks after the server.
    package var sentence: String {
        switch self {
        case .noTemplate(let name):
            "There is no page template called «\(name)»."
        case .unknownNames(let template, let names):
            "The page template «\(template)» asks for names nobody gave: \(names.joined(separator: ", "))."
        case .brokenTemplate(let name, let reason):
            "The page template «\(name)» cannot be used: \(reason)."
        }
    }
}
