/// Why an expression could not be read.
public struct ExpressionError: Error, Equatable, Sendable {
    /// What is wrong, for the author of the flow.
    public let message: String
    /// Where, in characters from the start of the expression.
    public let offset: Int
}

extension Expression {
    /// Reads an expression: names, numbers, `"texts"`, `yes`, `no`, `== != < <= > >=`, `and`, `or`, `not`,
    /// `count(kind)`, `answered(name)` and parentheses.
    public init(parsing source: String) throws(ExpressionError) {
        var parser = ExpressionParser(tokens: try tokens(of: source), end: source.count)
        self = try parser.disjunction()
        try parser.finish()
    }
}

private enum Token: Equatable {
    case word(String)
    case number(Int)
    case text(String)
    case symbol(String)
}

private func tokens(of source: String) throws(ExpressionError) -> [(token: Token, offset: Int)] {
    var found: [(token: Token, offset: Int)] = []
    let characters = Array(source)
    var index = 0
    while index < characters.count {
        let start = index
        let character = characters[index]
        if character.isWhitespace {
            index += 1
        } else if character.isLetter {
            while index < characters.count,
                characters[index].isLetter || characters[index].isNumber || "-.".contains(characters[index])
            {
                index += 1
            }
            found.append((.word(String(characters[start..<index])), start))
        } else if character.isASCII, character.isNumber {
            while index < characters.count, characters[index].isASCII, characters[index].isNumber { index += 1 }
            guard let number = Int(String(characters[start..<index])) else {
                throw ExpressionError(message: "este número es demasiado grande", offset: start)
            }
            found.append((.number(number), start))
        } else if character == "\"" || character == "'" {
            index += 1
            while index < characters.count, characters[index] != character { index += 1 }
            guard index < characters.count else {
                throw ExpressionError(message: "las comillas que se abren aquí no se cierran", offset: start)
            }
            found.append((.text(String(characters[(start + 1)..<index])), start))
            index += 1
        } else {
            let pair = String(characters[start..<min(start + 2, characters.count)])
            let symbol = ["==", "!=", "<=", ">="].contains(pair) ? pair : String(character)
            guard ["==", "!=", "<=", ">=", "<", ">", "(", ")"].contains(symbol) else {
                throw ExpressionError(message: "«\(symbol)» no significa nada aquí", offset: start)
            }
            found.append((.symbol(symbol), start))
            index += symbol.count
        }
    }
    return found
}

private struct ExpressionParser {
    let tokens: [(token: Token, offset: Int)]
    let end: Int
    var index = 0
    var depth = 0

    init(tokens: [(token: Token, offset: Int)], end: Int) {
        self.tokens = tokens
        self.end = end
    }

    var next: Token? { index < tokens.count ? tokens[index].token : nil }
    var offset: Int { index < tokens.count ? tokens[index].offset : end }

    mutating func take(_ token: Token) -> Bool {
        guard next == token else { return false }
        index += 1
        return true
    }

    mutating func finish() throws(ExpressionError) {
        guard next == nil else {
            throw ExpressionError(
                message: "la condición debería terminar aquí, o seguir con «and» u «or»",
                offset: offset
            )
        }
    }

    mutating func disjunction() throws(ExpressionError) -> Expression {
        var left = try conjunction()
        while take(.word("or")) { left = .or(left, try conjunction()) }
        return left
    }

    mutating func conjunction() throws(ExpressionError) -> Expression {
        var left = try negation()
        while take(.word("and")) { left = .and(left, try negation()) }
        return left
    }

    mutating func negation() throws(ExpressionError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else {
            throw ExpressionError(message: "hay demasiadas condiciones dentro de otras", offset: offset)
        }
        if take(.word("not")) { return .not(try negation()) }
        return try comparison()
    }

    mutating func comparison() throws(ExpressionError) -> Expression {
        let left = try operand()
        guard case .symbol(let symbol) = next, let comparison = Expression.Comparison(rawValue: symbol) else {
            return left
        }
        index += 1
        return .compare(left, comparison, try operand())
    }

    mutating func operand() throws(ExpressionError) -> Expression {
        let start = offset
        guard let token = next else {
            throw ExpressionError(message: "la condición se corta antes de decir qué compara", offset: start)
        }
        index += 1
        switch token {
        case .number(let number): return .literal(.number(number))
        case .text(let text): return .literal(.text(text))
        case .symbol("("):
            let inner = try disjunction()
            guard take(.symbol(")")) else { throw ExpressionError(message: "aquí falta un «)»", offset: offset) }
            return inner
        case .word("yes"), .word("true"): return .literal(.flag(true))
        case .word("no"), .word("false"): return .literal(.flag(false))
        case .word("and"), .word("or"), .word("not"), .symbol:
            throw ExpressionError(message: "aquí va un nombre, un número o un texto entre comillas", offset: start)
        case .word(let word):
            guard take(.symbol("(")) else { return .name(word) }
            guard case .word(let argument) = next else {
                throw ExpressionError(message: "entre los paréntesis va un nombre", offset: offset)
            }
            index += 1
            guard take(.symbol(")")) else { throw ExpressionError(message: "aquí falta un «)»", offset: offset) }
            switch word {
            case "count": return .count(argument)
            case "answered": return .answered(argument)
            default:
                throw ExpressionError(message: "«\(word)(…)» no existe: hay count(…) y answered(…)", offset: start)
            }
        }
    }
}
