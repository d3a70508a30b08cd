import Dialogue
import Foundation

/// Reads one JSON object of Meta's. What is missing, of another type or unknown is `nil`, and spoils nothing else.
struct WhatsAppReader: Decodable {
    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// An element that may be anything: decoding it never fails, so that the next one is reached.
    private struct Element: Decodable {
        let object: WhatsAppReader?

        init(from decoder: any Decoder) throws {
            object = try? WhatsAppReader(from: decoder)
        }
    }

    /// Texts longer than this are no message: everything that people can write is far below.
    static let longestText = 65_536

    private let container: KeyedDecodingContainer<Key>

    init(from decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: Key.self)
    }

    private func decode<T: Decodable>(_ type: T.Type, _ name: String) -> T? {
        let key = Key(stringValue: name)
        guard container.contains(key) else { return nil }
        return try? container.decodeIfPresent(type, forKey: key)
    }

    func has(_ name: String) -> Bool {
        let key = Key(stringValue: name)
        return container.contains(key) && (try? container.decodeNil(forKey: key)) != true
    }

    func object(_ name: String) -> WhatsAppReader? { decode(WhatsAppReader.self, name) }

    /// The elements of an array, `nil` for one that is no object; `nil` when there is no array.
    func list(_ name: String) -> [WhatsAppReader?]? { decode([Element].self, name).map { $0.map(\.object) } }

    /// What a person wrote. Without NUL, at which databases cut or refuse a text.
    func text(_ name: String) -> String? {
        guard let text = decode(String.self, name), text.utf8.count <= Self.longestText else { return nil }
        return text.unicodeScalars.contains("\0") ? text.replacing("\0", with: "") : text
    }

    /// An id or a name of one line; `nil` when it is blank, very long or holds a control character.
    func line(_ name: String) -> String? {
        guard let text = decode(String.self, name), !text.allSatisfy(\.isWhitespace), WhatsAppLimits.id.fits(text),
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        return text
    }

    /// A word of Meta's own, such as a type; `nil` for anything else.
    func word(_ name: String) -> String? {
        guard let text = decode(String.self, name), (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") })
        else { return nil }
        return text
    }

    /// A whole number, also one that is written as a text.
    func integer(_ name: String) -> Int? { decode(Int.self, name) ?? decode(String.self, name).flatMap { Int($0) } }

    func number(_ name: String) -> Double? { decode(Double.self, name) }

    func flag(_ name: String) -> Bool? { decode(Bool.self, name) }

    /// A moment in Unix seconds, as Meta writes them: as a text.
    func moment(_ name: String) -> Date? {
        guard let seconds = integer(name), (1...253_402_300_799).contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: Double(seconds))
    }
}
