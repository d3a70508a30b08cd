/// Why a webhook was not accepted.
package enum WebhookError: String, Error, Sendable, Equatable, CaseIterable {
    case missingID = "missing-id"
    case missingTimestamp = "missing-timestamp"
    case missingSignature = "missing-signature"
    case malformedID = "malformed-id"
    case malformedTimestamp = "malformed-timestamp"
    case malformedSignature = "malformed-signature"
    case tooOld = "too-old"
    case tooNew = "too-new"
    case wrongSignature = "wrong-signature"

    /// Stable, for programs.
    package var code: String { rawValue }

    /// The request carries no proof at all (HTTP 401), as opposed to a proof that does not hold (403).
    package var isUnsigned: Bool {
        switch self {
        case .missingID, .missingTimestamp, .missingSignature: true
        default: false
        }
    }

    /// What is wrong and what to do, for the person who set up the other side.
    package var sentence: String {
        switch self {
        case .missingID:
            "Falta el encabezado «webhook-id». Envíen un identificador único por evento, el mismo en cada reintento."
        case .missingTimestamp:
            "Falta el encabezado «webhook-timestamp». Envíen la hora del intento en segundos Unix."
        case .missingSignature:
            "Falta el encabezado «webhook-signature». Firmen cada envío con el secreto de este canal."
        case .malformedID:
            "El «webhook-id» no sirve: debe tener entre 1 y 200 caracteres ASCII visibles, sin puntos ni espacios."
        case .malformedTimestamp:
            "El «webhook-timestamp» no sirve: debe ser un número entero de segundos Unix, sin decimales."
        case .malformedSignature:
            "«webhook-signature» no trae ninguna firma de la forma «v1,<base64>»."
        case .tooOld:
            "El envío es de hace más de 5 minutos. Firmen cada intento con su hora y revisen el reloj del servidor."
        case .tooNew:
            "El envío viene más de 5 minutos adelantado. Revisen el reloj del servidor que envía."
        case .wrongSignature:
            "La firma no corresponde. Revisen el secreto y que se firme el cuerpo tal como se envía, byte por byte."
        }
    }
}
