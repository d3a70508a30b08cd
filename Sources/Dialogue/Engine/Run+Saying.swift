extension Run {
    /// Says something to everyone who takes part.
    mutating func tellAll(_ prompt: String, _ extra: [String: Value] = [:]) {
        for party in present { tell(party, prompt, extra) }
    }

    /// Says something to whoever leads; alone and around one screen, to whoever is there.
    mutating func tellLead(_ prompt: String) {
        guard state.mode == .team else { return tellAll(prompt) }
        if let lead { tell(lead, prompt) }
    }

    /// Says something to one party, in their language.
    mutating func tell(_ party: Party, _ prompt: String, _ extra: [String: Value] = [:], choices: [Choice] = []) {
        let text = words(prompt, in: party.locale, extra)
        guard !text.isEmpty else { return }
        let phrase = phrase(prompt, in: party.locale)
        let isAlone = state.mode == .solo && phrase?.alone != nil
        let short = isAlone ? nil : phrase?.short.map { filled($0, in: party.locale, extra) }
        effects.append(.say(Message(to: party.id, text: text, choices: choices, prompt: prompt, short: short)))
    }

    /// The phrase of a prompt in a language.
    func phrase(_ prompt: String, in locale: String) -> Phrase? {
        program.phrases[locale]?[prompt]
    }

    /// The words of a prompt, filled in.
    func words(_ prompt: String, in locale: String, _ extra: [String: Value] = [:]) -> String {
        guard let phrase = phrase(prompt, in: locale), !phrase.text.isEmpty else { return "" }
        var template = phrase.text[state.turn % phrase.text.count]
        if let one = phrase.one, extra["count"] == .number(1) { template = one }
        if let alone = phrase.alone, state.mode == .solo { template = alone }
        return filled(template, in: locale, extra)
    }

    private func filled(_ template: String, in locale: String, _ extra: [String: Value]) -> String {
        fill(template) { name in
            (extra[name] ?? value(name)).map { plain($0, in: locale) }
        }
    }

    /// A value as people read it.
    func plain(_ value: Value, in locale: String, expandsBanks: Bool = true) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let flag): phrase("engine/yes-no", in: locale)?.options[flag ? "yes" : "no"] ?? (flag ? "yes" : "no")
        case .option(let id): label(of: id, in: locale, expandsBanks: expandsBanks)
        case .day(let day): day.localized(in: locale)
        // One alone is said inside a sentence.
        case .items(let items) where items.count == 1: items[0].text
        case .items(let items): items.map { "\($0.number). \($0.text)" }.joined(separator: "\n")
        }
    }

    /// The label of an option wherever it was asked: the first question of the running flow that offers it, or of any.
    private func label(of id: String, in locale: String, expandsBanks: Bool) -> String {
        let prompts = program.instructions.compactMap { $0.operation.promptOffering(id) }
        let own = prompts.filter { $0.hasPrefix(flow + "/") }
        for prompt in own + prompts {
            if let label = phrase(prompt, in: locale)?.options[id] { return label }
        }
        if expandsBanks, let words = words(ofBank: id, in: locale) { return words }
        return phrase("engine/results", in: locale)?.options[id] ?? id
    }

    /// The label of one of a question's own options.
    func label(of id: String, at ask: Ask, in locale: String) -> String {
        switch ask.answer {
        case .yesNo:
            phrase(ask.prompt, in: locale)?.options[id] ?? phrase("engine/yes-no", in: locale)?.options[id] ?? id
        default: phrase(ask.prompt, in: locale)?.options[id] ?? id
        }
    }

    /// The ids of a question's options, in order; none where any words are an answer.
    func options(of ask: Ask) -> [String] {
        switch ask.answer {
        case .oneOf(let ids): ids
        case .yesNo: ["yes", "no"]
        case .number(let from, let to) where to - from < Limits.options: (from...to).map(String.init)
        case .text, .number, .date: []
        }
    }

    /// A chain read backwards, one link a line.
    func lines(of chain: Chain, in locale: String) -> String {
        let links = links(of: chain.links).map(\.text)
        let effects = [value(chain.ends).map { plain($0, in: locale) } ?? ""] + links
        return links.indices.reversed().map { index in
            let names: [String: Value] = [
                "cause": .text(sentence(links[index])), "effect": .text(continued(sentence(effects[index]))),
                "number": .number(index + 1),
            ]
            return words(chain.prompt, in: locale, names)
        }.joined(separator: "\n")
    }

    /// A sentence without the full stop that somebody may have put.
    private func sentence(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// A sentence as it goes on inside another: no capital at its start, unless its first word is an acronym.
    private func continued(_ text: String) -> String {
        let word = text.prefix { $0.isLetter }
        guard word.count > 1 ? !word.dropFirst().contains(where: \.isUppercase) : true else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
