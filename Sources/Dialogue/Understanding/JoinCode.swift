/// The letters and digits of a join code; I, L, O, 0 and 1 are left out because people mistake them for each other.
public let joinCodeAlphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

/// How many characters a join code has.
public let joinCodeLength = 6

/// The join code, upper-cased, of a message that is nothing but a request to join ("unirme abc 234", "/start ABC234") or a
/// bare code. A bare code holds a digit and is one word ("abc234", "ABC-234"), or two in capitals ("ABC 234").
public func joinCode(in text: String) -> String? {
    guard text.utf8.count <= 200 else { return nil }
    var said = words(of: withoutBotName(text))[...]
    while let last = said.last, courtesies.contains(last) {
        said = said.dropLast()
    }
    let afterGreeting = said.drop(while: greetings.contains)
    if let first = afterGreeting.first, requests.contains(first) {
        let pieces = afterGreeting.drop(while: requests.contains)
        return requested(pieces) ?? requested(pieces.drop { requests.contains($0) || links.contains($0) })
    }
    guard said.count <= 2, let code = code(said), code.contains(where: \.isNumber) else { return nil }
    guard said.count == 2 else { return code }
    // "hay 234" is an answer; "ABC 234" and "abc-234" are codes.
    let isHyphenated = text.unicodeScalars.contains { $0.properties.generalCategory == .dashPunctuation }
    let isUpper = !text.unicodeScalars.contains { $0.properties.isLowercase }
    return said.allSatisfy({ $0.count == 3 }) && (isHyphenated || isUpper) ? code : nil
}

/// After "unirme" a code may be spelled in pieces; without a digit it must look like one, for "unirme a gente" is no code.
private func requested(_ pieces: ArraySlice<String>) -> String? {
    guard let code = code(pieces) else { return nil }
    let inPlainPieces = pieces.count == 1 || (pieces.count == 2 && pieces.allSatisfy { $0.count == 3 })
    return inPlainPieces || code.contains(where: \.isNumber) ? code : nil
}

private func code(_ pieces: ArraySlice<String>) -> String? {
    let code = pieces.joined().uppercased()
    guard code.utf8.count == joinCodeLength, code.allSatisfy(joinCodeAlphabet.contains) else { return nil }
    return code
}

/// "/start@SomeBot ABC234" as "/start ABC234".
private func withoutBotName(_ text: String) -> String {
    guard let at = text.firstIndex(of: "@"), text.first == "/" else { return text }
    return String(text[..<at]) + String(text[at...].drop { !$0.isWhitespace })
}

private let greetings: Set<String> = [
    "hola", "buenas", "buenos", "dias", "tardes", "quiero", "mi", "el", "es", "hello", "hi", "i", "want", "to", "my",
    "the",
]
private let courtesies: Set<String> = ["por", "favor", "porfa", "porfavor", "gracias", "please", "thanks"]
private let requests: Set<String> = [
    "unirme", "unirnos", "unirse", "unir", "unete", "codigo", "cod", "clave", "join", "code", "start", "entrar",
]
private let links: Set<String> = ["es", "is", "con", "el", "with", "the", "al", "a", "mi", "my"]
