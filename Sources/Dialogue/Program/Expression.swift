/// A condition on what has been answered so far, such as `whys >= 3 and control != "concern"`.
public indirect enum Expression: Codable, Sendable, Equatable {
    case literal(Value)
    case name(String)
    case count(String)
    case answered(String)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case compare(Expression, Comparison, Expression)

    /// How two values are compared.
    public enum Comparison: String, Codable, Sendable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
    }

    /// The names it asks for.
    public var names: [String] {
        switch self {
        case .literal: []
        case .name(let name), .count(let name), .answered(let name): [name]
        case .not(let inner): inner.names
        case .and(let left, let right), .or(let left, let right), .compare(let left, _, let right):
            left.names + right.names
        }
    }

    /// The names that must equal a text somewhere in it, with that text.
    public var comparisons: [(name: String, text: String)] {
        switch self {
        case .compare(.name(let name), .equal, .literal(.text(let text))),
            .compare(.literal(.text(let text)), .equal, .name(let name)):
            [(name, text)]
        case .literal, .name, .count, .answered, .compare: []
        case .not(let inner): inner.comparisons
        case .and(let left, let right), .or(let left, let right): left.comparisons + right.comparisons
        }
    }

    /// Whether the condition holds. A name without a value makes every comparison false.
    ///
    /// - Parameters:
    ///   - lookup: the value of a name.
    ///   - count: how many outcomes of a kind there are.
    public func holds(lookup: (String) -> Value?, count: (String) -> Int) -> Bool {
        var budget = Limits.expressionOperations
        return evaluate(lookup, count, &budget) == .flag(true)
    }

    private func evaluate(_ lookup: (String) -> Value?, _ count: (String) -> Int, _ budget: inout Int) -> Value? {
        budget -= 1
        guard budget >= 0 else { return nil }
        switch self {
        case .literal(let value): return value
        case .name(let name): return lookup(name)
        case .count(let kind): return .number(count(kind))
        case .answered(let name): return .flag(lookup(name) != nil)
        case .not(let inner): return .flag(inner.evaluate(lookup, count, &budget) != .flag(true))
        case .and(let left, let right):
            guard left.evaluate(lookup, count, &budget) == .flag(true) else { return .flag(false) }
            return .flag(right.evaluate(lookup, count, &budget) == .flag(true))
        case .or(let left, let right):
            guard left.evaluate(lookup, count, &budget) != .flag(true) else { return .flag(true) }
            return .flag(right.evaluate(lookup, count, &budget) == .flag(true))
        case .compare(let left, let comparison, let right):
            guard let one = left.evaluate(lookup, count, &budget), let other = right.evaluate(lookup, count, &budget)
            else { return .flag(false) }
            return .flag(comparison.holds(one, other))
        }
    }
}

extension Expression.Comparison {
    fileprivate func holds(_ left: Value, _ right: Value) -> Bool {
        switch (self, left, right) {
        case (.equal, _, _): return same(left, right)
        case (.notEqual, _, _): return !same(left, right)
        case (.atMost, .number(let one), .number(let other)): return one <= other
        case (.atLeast, .number(let one), .number(let other)): return one >= other
        case (.less, .number(let one), .number(let other)): return one < other
        case (.greater, .number(let one), .number(let other)): return one > other
        default: return false
        }
    }

    /// An option equals the text of its id, so that `control == "concern"` reads as it should.
    private func same(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.option(let id), .text(let text)), (.text(let text), .option(let id)): id == text
        default: left == right
        }
    }
}
