import Dialogue
import Foundation

/// What an account on the WhatsApp Cloud API is made of.
package struct WhatsAppSettings: Sendable, Equatable {
    /// Meta's Graph API, in the version that this was written for.
    package static let defaultBase = "https://graph.facebook.com/v24.0"

    /// Our own name for the account.
    package let account: String
    /// Meta's id of the business phone number; not the number itself.
    package let phoneNumberID: String
    /// The system user's access token.
    package let accessToken: WhatsAppSecret
    /// The app's secret, which signs webhooks; then those being retired. Never empty.
    package let appSecrets: [WhatsAppSecret]
    /// The word of our own choosing that Meta repeats when the webhook is set up.
    package let verifyToken: WhatsAppSecret
    /// The Graph API with its version, without a slash at the end.
    package let base: String
    /// What stands on the button that opens a list.
    package let listLabel: String

    /// Checks every part; throws the first that does not hold.
    package init(
        account: String,
        phoneNumberID: String,
        accessToken: String,
        appSecrets: [String],
        verifyToken: String,
        base: String = defaultBase,
        listLabel: String = "Ver opciones"
    ) throws(WhatsAppSettingsError) {
        guard (1...32).contains(phoneNumberID.utf8.count), phoneNumberID.utf8.allSatisfy(\.isDigit) else {
            throw .badPhoneNumberID
        }
        guard let accessToken = WhatsAppSecret(accessToken) else { throw .badAccessToken }
        let secrets = appSecrets.compactMap { WhatsAppSecret($0) }
        guard !secrets.isEmpty, secrets.count == appSecrets.count else { throw .badAppSecret }
        guard let verifyToken = WhatsAppSecret(verifyToken) else { throw .badVerifyToken }
        var base = base[...]
        while base.last == "/" { base.removeLast() }
        guard let url = URL(string: String(base)), ["http", "https"].contains(url.scheme ?? ""), url.host != nil,
            url.query == nil, url.fragment == nil
        else { throw .badBase }
        guard WhatsAppLimits.listLabel.fits(listLabel), !listLabel.allSatisfy(\.isWhitespace) else {
            throw .badListLabel
        }
        self.account = account
        self.phoneNumberID = phoneNumberID
        self.accessToken = accessToken
        self.appSecrets = secrets
        self.verifyToken = verifyToken
        self.base = String(base)
        self.listLabel = listLabel
    }
}

/// What is wrong with the settings of a WhatsApp account.
package enum WhatsAppSettingsError: String, Error, Sendable, Equatable, CaseIterable {
    case badPhoneNumberID = "bad-phone-number-id"
    case badAccessToken = "bad-access-token"
    case badAppSecret = "bad-app-secret"
    case badVerifyToken = "bad-verify-token"
    case badBase = "bad-base"
    case badListLabel = "bad-list-label"

    /// Stable, for programs.
    package var code: String { rawValue }

    /// What is wrong and where to find it, for a person.
    package var sentence: String {
        switch self {
        case .badPhoneNumberID:
            "El identificador del número son solo dígitos. Está en «WhatsApp → API Setup» como «Phone number ID»; no es "
                + "el número de teléfono."
        case .badAccessToken:
            "El token de acceso está vacío o trae espacios. Cópienlo otra vez desde «Usuarios del sistema»."
        case .badAppSecret:
            "La clave secreta de la app está vacía o trae espacios. Está en «Configuración → Básica» de la app en Meta."
        case .badVerifyToken:
            "El token de verificación está vacío o trae espacios. Inventen uno largo, sin espacios ni tildes."
        case .badBase: "La dirección de la API debe empezar con https:// y no llevar «?» ni «#»."
        case .badListLabel: "El texto del botón que abre la lista debe tener entre 1 y 20 caracteres."
        }
    }
}
