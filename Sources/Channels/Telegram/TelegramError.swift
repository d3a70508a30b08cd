/// Why a call to Telegram cannot be made at all. Nothing was sent.
package struct TelegramError: Error, Sendable, Equatable {
    package enum Code: String, Sendable, Equatable, CaseIterable {
        case badUsername = "telegram-bad-username"
        case badAddress = "telegram-bad-address"
        case empty = "telegram-empty"
        case tooLong = "telegram-too-long"
        case tooManyChoices = "telegram-too-many-choices"
        case badChoice = "telegram-bad-choice"
        case badCode = "telegram-bad-code"
        case badFile = "telegram-bad-file"
    }

    /// Stable, for programs.
    package var code: Code

    package init(_ code: Code) {
        self.code = code
    }

    /// What is wrong and what to do.
    package var sentence: String {
        switch code {
        case .badUsername:
            "El nombre del bot no sirve: escríbanlo sin «@», como lo muestra BotFather; termina en «bot»."
        case .badAddress: "El destinatario no es un chat de Telegram."
        case .empty: "El mensaje está vacío; Telegram no acepta mensajes sin texto."
        case .tooLong: "El mensaje supera los 4096 caracteres que Telegram acepta; hay que dividirlo antes."
        case .tooManyChoices:
            "El mensaje trae más botones de los que Telegram acepta; hay que numerarlos en el texto."
        case .badChoice: "Un botón no sirve: su etiqueta está vacía o su identificador pasa de 64 bytes."
        case .badCode: "El código no puede ir en un enlace: 1 a 64 letras sin tilde, números, «_» o «-»."
        case .badFile: "Telegram no entregó una dirección para descargar el archivo."
        }
    }
}
