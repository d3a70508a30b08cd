import Foundation

/// Reads one JSON object field by field and says exactly what is wrong with the first that does not fit.
struct BodyReader: Decodable {
    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let container: KeyedDecodingContainer<Key>
    let path: String

    init(from decoder: any Decoder) throws {
        let path = decoder.codingPath.reduce("$") { "\($0).\($1.stringValue)" }
        do {
            self.init(try decoder.container(keyedBy: Key.self), path: path)
        } catch {
            throw DecodingProblem.wrongType(path, expected: "un objeto JSON")
        }
    }

    private init(_ container: KeyedDecodingContainer<Key>, path: String) {
        self.container = container
        self.path = path
    }

    func path(of name: String) -> String { "\(path).\(name)" }

    /// The object under a name; absent and `null` are the same.
    func optionalObject(_ name: String) throws(DecodingProblem) -> BodyReader? {
        guard has(name) else { return nil }
        do {
            let nested = try container.nestedContainer(keyedBy: Key.self, forKey: Key(stringValue: name))
            return BodyReader(nested, path: path(of: name))
        } catch {
            throw .wrongType(path(of: name), expected: "un objeto JSON")
        }
    }

    func object(_ name: String) throws(DecodingProblem) -> BodyReader {
        guard let object = try optionalObject(name) else { throw .missing(path(of: name)) }
        return object
    }

    /// The text under a name, as written; absent and `null` are the same, blank is an error.
    func optionalText(_ name: String) throws(DecodingProblem) -> String? {
        guard has(name) else { return nil }
        let text: String
        do {
            text = try container.decode(String.self, forKey: Key(stringValue: name))
        } catch {
            throw .wrongType(path(of: name), expected: "un texto")
        }
        guard !text.allSatisfy(\.isWhitespace) else { throw .empty(path(of: name)) }
        // SQL databases cut text at a NUL, or refuse it.
        guard !text.unicodeScalars.contains("\0") else { throw .badCharacter(path(of: name)) }
        return text
    }

    func text(_ name: String) throws(DecodingProblem) -> String {
        guard let text = try optionalText(name) else { throw .missing(path(of: name)) }
        return text
    }

    /// A text of one line and at most `limit` code points: an id, a name, a label.
    func optionalLine(_ name: String, limit: Int) throws(DecodingProblem) -> String? {
        guard let text = try optionalText(name) else { return nil }
        guard text.unicodeScalars.count <= limit else { throw .tooLong(path(of: name), limit: limit) }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .badCharacter(path(of: name))
        }
        return text
    }

    func line(_ name: String, limit: Int) throws(DecodingProblem) -> String {
        guard let line = try optionalLine(name, limit: limit) else { throw .missing(path(of: name)) }
        return line
    }

    private func has(_ name: String) -> Bool {
        let key = Key(stringValue: name)
        // Throws only when the key is absent.
        return (try? container.decodeNil(forKey: key)) == false
    }
}
