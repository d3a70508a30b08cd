import Dialogue

extension Library {
    /// A flow as an SVG picture in one language; `nil` where there is no such flow.
    package func diagram(of id: String, locale: String) -> String? {
        scripts[id].map { FlowDiagram.svg(of: $0, phrases: phrases[locale] ?? [:], locale: locale) }
    }
}
