import Foundation

extension WhatsAppChannel {
    package func fetch(_ reference: String) throws -> MediaFetch {
        .ask(try fileRequest(reference)) { answer in
            guard let file = file(.success(answer)) else { throw WhatsAppMessageError.badReference }
            return try download(file, limit: MediaLimits.bytes)
        }
    }

    /// Reads a webhook without asking for its signature: to see what is understood of one that was kept.
    package static func understand(_ body: Data, phoneNumberID: String) throws -> Intake {
        let settings = try WhatsAppSettings(
            account: "",
            phoneNumberID: phoneNumberID,
            accessToken: "unused",
            appSecrets: ["unused"],
            verifyToken: "unused"
        )
        return try WhatsAppDelivery.read(body, WhatsAppChannel(settings))
    }
}
