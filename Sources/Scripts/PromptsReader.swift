import Dialogue
import Yams

/// The words of one prompts file, each with its place.
struct PromptsScript {
    var file: String
    var locale: String
    /// The file's name without its folder and ending: the flow whose words these are, or `engine`, `checks`, ….
    var group: String
    var phrases: [String: (phrase: Phrase, at: Position)]

    /// What every flow says of itself, in every language: its name, a sentence, and what it is for, when and with whom.
    static let head = ["title", "summary", "when-to-use"]
}

extension YAMLFile {
    /// Reads one prompts file.
    mutating func prompts(from source: String, locale: String, group: String) -> PromptsScript? {
        guard let root = root(of: source) else { return nil }
        let fields = fields(root, known: ["title", "summary", "when-to-use", "prompts"], of: "Un archivo de textos")
        var phrases: [String: (phrase: Phrase, at: Position)] = [:]
        for name in PromptsScript.head {
            guard let entry = fields[name], let text = text(entry.value, of: name) else { continue }
            phrases[name] = (Phrase(text: [text]), position(entry.key))
        }
        if let entry = fields["prompts"], let mapping = mapping(entry.value, of: "prompts") {
            for (key, value) in mapping {
                guard let name = text(key, of: "prompts"), let phrase = phrase(value, named: name) else { continue }
                phrases[name] = (phrase, position(key))
            }
        }
        return PromptsScript(file: name, locale: locale, group: group, phrases: phrases)
    }

    private mutating func phrase(_ node: Node, named name: String) -> Phrase? {
        switch node {
        case .scalar, .alias:
            return text(node, of: name).map { Phrase(text: [$0]) }
        case .sequence:
            return texts(node, of: name).map { Phrase(text: $0) }
        case .mapping(let mapping):
            let fields = fields(mapping, known: ["text", "one", "alone", "short", "help", "options"], of: "Un texto")
            var phrase = Phrase(text: [])
            if let entry = fields["text"] {
                if case .sequence = entry.value {
                    phrase.text = texts(entry.value, of: "text") ?? []
                } else {
                    phrase.text = text(entry.value, of: "text").map { [$0] } ?? []
                }
            }
            phrase.one = fields["one"].flatMap { text($0.value, of: "one") }
            phrase.alone = fields["alone"].flatMap { text($0.value, of: "alone") }
            phrase.short = fields["short"].flatMap { text($0.value, of: "short") }
            phrase.help = fields["help"].flatMap { text($0.value, of: "help") }
            if let entry = fields["options"], let options = self.mapping(entry.value, of: "options") {
                for (key, value) in options {
                    guard let id = text(key, of: "options"), let label = text(value, of: id) else { continue }
                    phrase.options[id] = label
                }
            }
            if phrase.text.isEmpty, phrase.options.isEmpty {
                report("empty-prompt", position(node), "El texto «\(name)» no dice nada.", "Agreguen «text: …».")
                return nil
            }
            return phrase
        }
    }
}
