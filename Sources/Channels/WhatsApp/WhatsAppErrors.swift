import Foundation

/// What Meta's error codes mean, for an answer at once and for a status that comes later.
///
/// Decided by the code alone: Meta asks not to look at titles or the HTTP status.
enum WhatsAppErrors {
    /// What to do about an error.
    enum Meaning: Sendable, Equatable {
        case later(after: Duration?)
        case refused
        case windowClosed
        case unreachable
        case halted
    }

    /// One row of the table.
    struct Row: Sendable {
        var codes: [ClosedRange<Int>]
        var meaning: Meaning
        /// For a person: what happened and what to do.
        var sentence: String

        init(_ codes: [ClosedRange<Int>], _ meaning: Meaning, _ sentence: String) {
            self.codes = codes
            self.meaning = meaning
            self.sentence = sentence
        }

        init(_ codes: [Int], _ meaning: Meaning, _ sentence: String) {
            self.init(codes.map { $0...$0 }, meaning, sentence)
        }
    }

    /// The pace for one person is one message in 6 s; a longer wait is the sender's schedule.
    static let pairWait: Duration = .seconds(6)

    static let table: [Row] = [
        Row(
            [4, 80007, 130_429],
            .later(after: nil),
            "La cuenta envía más rápido de lo que Meta permite. Se reintenta."
        ),
        Row([131_208], .later(after: nil), "Hay demasiadas operaciones en grupos. Se reintenta."),
        Row(
            [131_056],
            .later(after: pairWait),
            "Se enviaron muchos mensajes seguidos a la misma persona. Se reintenta con calma."
        ),
        Row(
            [1, 2, 131_000, 131_016, 131_057, 133_004],
            .later(after: nil),
            "WhatsApp tuvo un problema momentáneo. Se reintenta."
        ),
        Row(
            [131_047],
            .windowClosed,
            "Pasaron más de 24 horas desde el último mensaje de la persona: solo se puede enviar una plantilla."
        ),
        Row(
            [131_026],
            .unreachable,
            "WhatsApp no puede entregar: el número no usa WhatsApp, bloqueó la cuenta o tiene una versión antigua."
        ),
        Row(
            [131_030],
            .unreachable,
            "El número de prueba de Meta solo escribe a los teléfonos de su lista. Agréguenlo en «API Setup»."
        ),
        Row(
            [131_020, 131_041, 131_207, 131_212],
            .unreachable,
            "No se puede escribir a ese grupo: no existe, quedó sin personas o está suspendido."
        ),
        Row(
            [131_048, 131_064],
            .halted,
            "Meta limitó la cuenta por mensajes mal evaluados. Revisen la calidad del número en el administrador."
        ),
        Row(
            [368, 131_031],
            .halted,
            "Meta restringió la cuenta por sus políticas. Revísenlo en el administrador de WhatsApp."
        ),
        Row([131_042], .halted, "Hay un problema con el medio de pago de la cuenta de WhatsApp."),
        Row([130_497], .halted, "Meta no permite a esta cuenta escribir a personas de ese país."),
        Row(
            [33, 131_037, 131_045, 133_010],
            .halted,
            "El número no está registrado o su nombre no está aprobado. Revísenlo en el administrador de WhatsApp."
        ),
        Row(
            [0...0, 3...3, 10...10, 190...190, 200...299, 131_005...131_005],
            .halted,
            "El token de acceso venció o no tiene permisos. Creen otro y cámbienlo con «raiz channel rotate»."
        ),
        Row(
            [130_472, 131_049, 131_050],
            .refused,
            "Meta no entrega esta plantilla a esta persona por sus reglas de publicidad; hoy no se repite."
        ),
        Row(
            [131_062],
            .refused,
            "Ese tipo de mensaje no se puede enviar a una persona de la que solo se conoce su identificador."
        ),
        Row([131_052, 131_053], .refused, "WhatsApp no pudo leer o guardar el archivo."),
        Row(
            [132_000...132_999],
            .refused,
            "La plantilla no existe en ese idioma, está pausada o sus datos no calzan. Revísenla en el administrador."
        ),
        Row([131_215], .refused, "Este número no tiene habilitados los grupos."),
        Row(
            [100, 131_008, 131_009, 131_021, 131_051, 131_055, 131_063, 135_000, 137_000],
            .refused,
            "WhatsApp no aceptó el mensaje tal como está."
        ),
    ]

    /// The row that a code stands in.
    static func row(code: Int) -> Row? {
        table.first { row in row.codes.contains { $0.contains(code) } }
    }

    /// What a code means for the message. One that nobody knows is final: repeating it could go on for ever.
    static func result(code: Int, subcode: Int? = nil) -> SendResult {
        let problem = "whatsapp-\(code)"
        // «Unsupported request» with this subcode: the number's id is wrong, or the token may not see it.
        if code == 100, subcode == 33 { return .halted(problem: problem + "-33") }
        return switch row(code: code)?.meaning {
        case .later(let after): .later(problem: problem, after: after)
        case .windowClosed: .windowClosed(problem: problem)
        case .unreachable: .unreachable(problem: problem)
        case .halted: .halted(problem: problem)
        case .refused, nil: .refused(problem: problem)
        }
    }

    /// What a problem such as `whatsapp-131047` says to a person; `nil` for one that is not from here.
    static func sentence(problem: String) -> String? {
        let parts = problem.split(separator: "-")
        guard parts.count >= 2, parts[0] == "whatsapp", let code = Int(parts[1]) else { return nil }
        if parts.count == 3, parts[2] == "33" {
            return "El identificador del número no existe o el token no lo alcanza. Revisen ambos en «API Setup»."
        }
        return row(code: code)?.sentence ?? "WhatsApp respondió con el error \(code)."
    }
}
