import Dialogue

/// A flow as a picture that a team can read on a wall or on paper: one way down, with its branches and its rounds.
package enum FlowDiagram {
    /// Draws a flow as SVG: the same flow and words, the same bytes. No script; every text escaped; its one
    /// style rule is the paper's size.
    ///
    /// - Parameter phrases: the words of one language; the flow's own under `flow/prompt`, and any others that help,
    ///   such as the titles of the flows it runs.
    static func svg(of flow: FlowScript, phrases: Phrasebook, locale: String) -> String {
        let reader = DiagramReader(flow: flow, phrases: phrases, words: DiagramWords(locale: locale))
        let rows = reader.rows
        var canvas = DiagramCanvas()
        canvas.head(title: reader.title, summary: reader.summary, facts: reader.facts)
        canvas.draw(rows, in: DiagramCanvas.Lane(spine: 64, right: DiagramCanvas.width - 36))
        canvas.end(reader.words.end, note: reader.hasConditions(rows) ? reader.words.legend : nil)
        return document(canvas, reader: reader, description: reader.description(of: rows), locale: locale)
    }

    private static func document(
        _ canvas: DiagramCanvas,
        reader: DiagramReader,
        description: String,
        locale: String
    ) -> String {
        let width = shown(DiagramCanvas.width)
        let height = shown(canvas.height)
        let id = "diagram-\(escaped(reader.flow.id))"
        let font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img" aria-labelledby="\(id)-title \(id)-desc" lang="\(escaped(locale))" xml:lang="\(escaped(locale))" \
            font-family="\(font)" fill="\(DiagramCanvas.ink)">
            <title id="\(id)-title">\(escaped(reader.title))</title>
            <desc id="\(id)-desc">\(escaped(description))</desc>
            <style>@page { size: A4; margin: 0 }</style>
            <rect width="\(width)" height="\(height)" fill="#ffffff"/>
            \(canvas.shapes.joined(separator: "\n"))
            </svg>

            """
    }
}

/// A step as it is drawn: words only, in the reader's language.
struct DiagramRow {
    /// What the step does, which decides its colour and icon.
    var kind: String
    /// The word for what it does, such as «pregunta».
    var label: String
    /// The name by which conditions know it.
    var name: String?
    /// How it is answered.
    var details: [String] = []
    /// What is said.
    var quote: String?
    /// What can be answered, or is rated.
    var options: [String] = []
    /// What happens apart from going on.
    var notes: [String] = []
    /// What it leaves behind.
    var record: String?
    /// When it happens at all.
    var condition: String?
    /// Whether its steps can come again.
    var comesAgain = false
    /// The steps inside it.
    var inner: [DiagramRow] = []
}
