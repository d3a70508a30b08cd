/// Why the body of a generic webhook could not be read, and where.
package struct DecodingProblem: Error, Sendable, Equatable {
    package enum Code: String, Sendable, Equatable, CaseIterable {
        case notJSON = "not-json"
        case missing
        case empty
        case wrongType = "wrong-type"
        case unknownType = "unknown-type"
        case unknownKind = "unknown-kind"
        case unknownStatus = "unknown-status"
        case badTimestamp = "bad-timestamp"
        case badCharacter = "bad-character"
        case tooLong = "too-long"
        case nothingSaid = "nothing-said"
        case saidTwice = "said-twice"
    }

    /// Stable, for programs.
    package var code: Code
    /// Where, as a JSON path: `$.data.sender.id`.
    package var path: String
    /// What is wrong and what to do.
    package var sentence: String

    static let notJSON = DecodingProblem(
        code: .notJSON,
        path: "$",
        sentence: "El cuerpo no es JSON válido en UTF-8. Envíen un objeto JSON con «type», «timestamp» y «data»."
    )

    static func missing(_ path: String) -> DecodingProblem {
        DecodingProblem(code: .missing, path: path, sentence: "Falta el campo «\(path)». Agréguenlo al cuerpo.")
    }

    static func empty(_ path: String) -> DecodingProblem {
        DecodingProblem(code: .empty, path: path, sentence: "El campo «\(path)» está vacío. Pongan un valor.")
    }

    static func wrongType(_ path: String, expected: String) -> DecodingProblem {
        DecodingProblem(code: .wrongType, path: path, sentence: "El campo «\(path)» debe ser \(expected).")
    }

    static func unknownType(_ path: String) -> DecodingProblem {
        DecodingProblem(
            code: .unknownType,
            path: path,
            sentence:
                "No conocemos ese tipo de evento. Se reciben: \(GenericWebhook.Kind.allCases.map(\.rawValue).joined(separator: ", "))."
        )
    }

    static func unknownKind(_ path: String) -> DecodingProblem {
        DecodingProblem(
            code: .unknownKind,
            path: path,
            sentence: "El campo «\(path)» debe ser «direct» (una persona) o «group» (un grupo)."
        )
    }

    static func unknownStatus(_ path: String) -> DecodingProblem {
        DecodingProblem(
            code: .unknownStatus,
            path: path,
            sentence:
                "El campo «\(path)» debe ser uno de: \(DeliveryStatus.Stage.allCases.map(\.rawValue).joined(separator: ", "))."
        )
    }

    static func badTimestamp(_ path: String) -> DecodingProblem {
        DecodingProblem(
            code: .badTimestamp,
            path: path,
            sentence: "El campo «\(path)» debe ser una hora RFC 3339, por ejemplo «2026-11-21T12:00:00Z»."
        )
    }

    static func badCharacter(_ path: String) -> DecodingProblem {
        DecodingProblem(
            code: .badCharacter,
            path: path,
            sentence: "El campo «\(path)» tiene caracteres de control. Quítenlos."
        )
    }

    static func tooLong(_ path: String, limit: Int) -> DecodingProblem {
        DecodingProblem(
            code: .tooLong,
            path: path,
            sentence: "El campo «\(path)» supera los \(limit) caracteres. Usen un valor más corto."
        )
    }

    static let nothingSaid = DecodingProblem(
        code: .nothingSaid,
        path: "$.data",
        sentence: "El mensaje no dice nada. Envíen «data.text» con lo escrito o «data.choice» con la opción elegida."
    )

    static let saidTwice = DecodingProblem(
        code: .saidTwice,
        path: "$.data",
        sentence: "El mensaje trae «data.choice» junto con otro contenido. Envíen solo uno por evento."
    )
}
