/// Why a message cannot be sent on WhatsApp as it is. Nothing is ever cut to fit.
package enum WhatsAppMessageError: String, Error, Sendable, Equatable, CaseIterable {
    case empty
    case tooLong = "too-long"
    case badRecipient = "bad-recipient"
    case badID = "bad-id"
    case badTemplate = "bad-template"
    case badReference = "bad-reference"
    case foreignHost = "foreign-host"

    /// Stable, for programs.
    package var code: String { rawValue }

    /// What is wrong, for a person.
    package var sentence: String {
        switch self {
        case .empty: "El mensaje o una de sus opciones no tiene texto."
        case .tooLong: "El mensaje es más largo de lo que WhatsApp permite."
        case .badRecipient: "El destinatario no tiene la forma de un identificador de WhatsApp."
        case .badID: "El identificador del mensaje está vacío o es demasiado largo."
        case .badTemplate: "La plantilla no tiene nombre o idioma, o uno de sus datos está vacío o es demasiado largo."
        case .badReference: "La referencia del archivo no tiene la forma de un identificador de WhatsApp."
        case .foreignHost: "La dirección del archivo no es de Meta; el token no se envía a otros servidores."
        }
    }
}
