/// The fields of one JSON object, read one by one: what is absent or of another type is `nil` and spoils nothing else.
struct TelegramFields {
    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    /// One element of a list; `nil` when it cannot be read.
    private struct Element<Value: Decodable>: Decodable {
        var value: Value?

        init(from decoder: any Decoder) {
            value = try? Value(from: decoder)
        }
    }

    /// A field that must be there, and is not.
    struct Missing: Error {}

    private let container: KeyedDecodingContainer<Name>

    /// Throws when it is no object.
    init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: Name.self)
    }

    /// The names of the fields, in alphabetical order.
    var names: [String] { container.allKeys.map(\.stringValue).sorted() }

    func has(_ name: String) -> Bool { container.contains(Name(name)) }

    subscript<Value: Decodable>(name: String) -> Value? {
        (try? container.decodeIfPresent(Value.self, forKey: Name(name))) ?? nil
    }

    /// The elements of a list that can be read.
    func list<Value: Decodable>(_ name: String) -> [Value] {
        let elements: [Element<Value>]? = self[name]
        return (elements ?? []).compactMap(\.value)
    }

    /// A field without which the object means nothing.
    func required<Value: Decodable>(_ name: String) throws -> Value {
        guard let value: Value = self[name] else { throw Missing() }
        return value
    }
}
