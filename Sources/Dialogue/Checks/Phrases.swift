extension Checks {
    /// Phrases that lists are written in, found in the words of an answer.
    ///
    /// A list separates its phrases by commas or lines. A phrase is words and spaces. `a|b` is one or the other, `docente*` any word that begins so, `?muy` may be missing,
    /// and `~3` lets up to three words of the same clause pass. A phrase begins with a plain word or prefix.
    struct Phrases: Sendable {
        private enum Part: Sendable {
            case word(exact: Set<String>, prefixes: [String], optional: Bool)
            case gap(Int)
        }

        private var byStart: [String: [[Part]]] = [:]

        init(_ phrases: String) {
            for phrase in phrases.split(whereSeparator: { $0 == "," || $0.isNewline }) {
                let parts = phrase.split(separator: " ").map(Self.part)
                guard case .word(let exact, let prefixes, _)? = parts.first else { continue }
                for start in Set((exact + prefixes).map { Self.start(of: $0) }) {
                    byStart[start, default: []].append(parts)
                }
            }
        }

        /// The longest phrase that begins at a word.
        func match(at index: Int, in words: [Word]) -> Range<Int>? {
            guard words.indices.contains(index), let phrases = byStart[Self.start(of: words[index].key)] else {
                return nil
            }
            var best: Int?
            for phrase in phrases {
                if let end = Self.end(of: phrase[...], at: index, from: index, in: words), end > (best ?? index) {
                    best = end
                }
            }
            return best.map { index..<$0 }
        }

        /// Every place where a phrase stands, left to right, without overlaps.
        func matches(in words: [Word]) -> [Range<Int>] {
            var found: [Range<Int>] = []
            var index = 0
            while index < words.count {
                if let range = match(at: index, in: words) {
                    found.append(range)
                    index = range.upperBound
                } else {
                    index += 1
                }
            }
            return found
        }

        private static func end(of parts: ArraySlice<Part>, at index: Int, from first: Int, in words: [Word]) -> Int? {
            guard let part = parts.first else { return index }
            let rest = parts.dropFirst()
            switch part {
            case .word(let exact, let prefixes, let optional):
                if index < words.count, index == first || words[index].before < .semicolon {
                    let key = words[index].key
                    if exact.contains(key) || prefixes.contains(where: { key.hasPrefix($0) }),
                        let end = end(of: rest, at: index + 1, from: first, in: words)
                    {
                        return end
                    }
                }
                return optional ? end(of: rest, at: index, from: first, in: words) : nil
            case .gap(let most):
                for skipped in 0...most {
                    if let end = end(of: rest, at: index + skipped, from: first, in: words) { return end }
                    guard index + skipped < words.count, words[index + skipped].before == .none else { return nil }
                }
                return nil
            }
        }

        private static func part(_ text: Substring) -> Part {
            if text.first == "~" { return .gap(Int(text.dropFirst()) ?? 1) }
            let optional = text.first == "?"
            let choices = (optional ? text.dropFirst() : text).split(separator: "|")
            let prefixes = choices.filter { $0.last == "*" }.map { String($0.dropLast()) }
            return .word(
                exact: Set(choices.filter { $0.last != "*" }.map(String.init)),
                prefixes: prefixes,
                optional: optional
            )
        }

        private static func start(of word: String) -> String { String(word.prefix(2)) }
    }

    /// A set of words written as one string, where `docente*` stands for every word that begins so.
    struct WordSet: Sendable {
        private var exact: Set<String> = []
        private var prefixes: [String: [String]] = [:]

        init(_ list: String) {
            for word in list.split(whereSeparator: \.isWhitespace) {
                if word.last == "*" {
                    prefixes[String(word.prefix(2)), default: []].append(String(word.dropLast()))
                } else {
                    exact.insert(String(word))
                }
            }
        }

        func contains(_ key: String) -> Bool {
            exact.contains(key) || (prefixes[String(key.prefix(2))]?.contains { key.hasPrefix($0) } ?? false)
        }

        func contains(_ word: Word) -> Bool { contains(word.key) }
    }
}
