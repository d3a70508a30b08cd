import Dialogue

/// The guide to the flows: pages for facilitators, written from the flows, their words and their conversations.
///
/// The same flows, words and conversations give the same bytes, so that a test can hold the pages to them.
package struct FlowGuide {
    /// A file of the guide, by its path below the folder of the documentation.
    package typealias Page = (path: String, text: String)

    let library: Library
    /// What each flow is known to leave behind besides what its steps say, such as what was parked.
    private let left: [String: Set<String>]
    /// The conversations of each flow, in the order of their files' names.
    let conversations: [String: [(file: String, text: String)]]

    /// - Parameter conversations: the reference conversations: the files' names and their texts.
    package init(library: Library, conversations: [(file: String, text: String)]) {
        self.library = library
        var left: [String: Set<String>] = [:]
        var known: [String: [(file: String, text: String)]] = [:]
        for (file, text) in conversations.sorted(by: { $0.file < $1.file }) {
            guard let conversation = GoldenConversation(parsing: text),
                let program = library.flows[conversation.flow]?.program
            else { continue }
            known[conversation.flow, default: []].append((file, text))
            for outcome in conversation.played(on: program).rehearsal.state.outcomes {
                left[outcome.flow, default: []].insert(outcome.kind)
            }
        }
        self.left = left
        self.conversations = known
    }

    /// Every file: a page for each language, and the pictures that it links.
    package var pages: [Page] {
        library.locales.flatMap { locale -> [Page] in
            let ending = Self.ending(of: locale)
            let pictures = library.flows.keys.sorted().compactMap { id in
                library.diagram(of: id, locale: locale).map { ("images/flows/\(id)\(ending).svg", $0) }
            }
            return [("flows\(ending).md", page(in: locale))] + pictures
        }
    }

    /// What stands before a file's ending: nothing for English, as in all of the documentation.
    private static func ending(of locale: String) -> String {
        locale.hasPrefix("en") ? "" : "." + locale.prefix { $0 != "-" }
    }

    private func page(in locale: String) -> String {
        let words = GuideWords(locale: locale)
        let groups = ([nil] + GuideWords.moments).map { moment in
            (moment: moment, flows: order.filter { $0.moment == moment })
        }
        var lines = words.head
        for group in groups where !group.flows.isEmpty {
            lines += ["**\(words.heading(group.moment))**", ""]
            lines += group.flows.map { flow in
                let minutes = flow.minutes.map { " *\(words.minutes($0)).*" } ?? ""
                return
                    "- [\(plain(title(flow.id, locale)))](#\(flow.id)): \(plain(phrase("summary", flow.id, locale)))\(minutes)"
            }
            lines.append("")
        }
        for group in groups where !group.flows.isEmpty {
            lines += ["## \(words.heading(group.moment))", ""]
            for flow in group.flows { lines += section(on: flow, in: locale, words) }
        }
        return lines.joined(separator: "\n")
    }

    private func section(on flow: FlowScript, in locale: String, _ words: GuideWords) -> [String] {
        var lines = [
            "<a id=\"\(flow.id)\"></a>", "", "### \(plain(title(flow.id, locale)))", "",
            "**\(plain(phrase("summary", flow.id, locale)))**", "", plain(phrase("when-to-use", flow.id, locale)), "",
            words.when(flow.moment, flow.phase),
        ]
        if let minutes = flow.minutes { lines.append(words.duration(minutes)) }
        lines.append(words.ways(flow.modes))
        let callers = order.filter { FlowScript.called(by: $0.steps).contains(flow.id) }.map(\.id)
        if !flow.isOffered, !callers.isEmpty { lines.append(words.inside(links(to: callers, locale))) }
        let kinds = outcomes(of: flow, in: locale)
        let next = FlowScript.called(by: flow.steps)
        if !kinds.isEmpty || !next.isEmpty { lines.append(words.leaves(kinds, more: !next.isEmpty)) }
        if !next.isEmpty { lines.append(words.goesOn(links(to: next, locale))) }
        lines += [words.drawing("images/flows/\(flow.id)\(Self.ending(of: locale)).svg"), ""]
        if let (mode, excerpt) = excerpt(of: flow, in: locale) {
            lines +=
                ["<details>", "<summary>\(words.beginning(mode))</summary>", ""] + excerpt + ["", "</details>", ""]
        }
        return lines
    }

    private func links(to flows: [String], _ locale: String) -> [String] {
        flows.map { "[\(plain(title($0, locale)))](#\($0))" }
    }

    func title(_ flow: String, _ locale: String) -> String { phrase("title", flow, locale) }

    private func phrase(_ name: String, _ flow: String, _ locale: String) -> String {
        library.phrases[locale]?["\(flow)/\(name)"]?.text.first ?? flow
    }

    /// What a flow leaves behind, in the words of its people: first what its steps say, in their order.
    private func outcomes(of flow: FlowScript, in locale: String) -> [String] {
        let said = FlowScript.kinds(in: flow.steps)
        let more = (left[flow.id] ?? []).subtracting(said).subtracting([Pick.kind]).sorted()
        let labels = library.phrases[locale]?["engine/outcome-kinds"]?.options ?? [:]
        return (said + more).map { labels[$0]?.lowercased() ?? $0 }.reduce(into: []) { words, word in
            if !words.contains(word) { words.append(word) }
        }
    }

    /// The flows as one meets them: by phase, the long ones first, and each family behind the one it is named after.
    private var order: [FlowScript] {
        let flows = library.scripts
        func rank(_ flow: FlowScript) -> (Int, Int, String, Int, String) {
            let families = flows.keys.filter { flow.id == $0 || flow.id.hasPrefix($0 + "-") }
            let first = families.min { $0.count < $1.count }.flatMap { flows[$0] } ?? flow
            let phase = first.phase.flatMap(GuideWords.phases.firstIndex) ?? GuideWords.phases.count
            let place = flow.id == first.id ? Int.min : -(flow.minutes ?? 0)
            return (phase, -(first.minutes ?? 0), first.id, place, flow.id)
        }
        return flows.values.sorted { rank($0) < rank($1) }
    }
}

extension FlowScript {
    /// The kinds of outcomes that steps record, in their order, each once.
    static func kinds(in steps: [Step]) -> [String] {
        steps.flatMap { step -> [String] in
            switch step.kind {
            case .record(let record): [record.kind]
            case .ask(_, let record, _): record.map { [$0.kind] } ?? []
            case .asks(_, _, let record): record.map { [$0.kind] } ?? []
            case .form(let name, let inner): kinds(in: inner) + [name.name]
            case .rounds(_, let inner), .each(_, let inner), .part(_, let inner): kinds(in: inner)
            case .say, .run, .adds, .looksUp: []
            }
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The flows that steps run, in their order, each once.
    static func called(by steps: [Step]) -> [String] {
        steps.flatMap { step -> [String] in
            switch step.kind {
            case .run(let call): [call.name]
            case .rounds(_, let inner), .each(_, let inner), .form(_, let inner), .part(_, let inner): called(by: inner)
            case .say, .ask, .asks, .record, .adds, .looksUp: []
            }
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
