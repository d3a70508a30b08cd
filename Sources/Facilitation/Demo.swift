import Channels
import Dialogue
import Foundation
import Storage

/// A fictional organization to try everything with: two establishments, one facilitator, an account on each channel.
package enum Demo {
    /// The webhook account that answers in its own response.
    package static let account = "demo"
    /// The web chat's account.
    package static let webAccount = "web"

    /// Makes the demo organization where there is none yet; tells its establishments and the webhook's secret.
    ///
    /// - Parameter secret: the secret for a new account, as `whsec_…`.
    package static func prepare(
        _ store: any Store,
        surroundings: Surroundings,
        secret: String
    ) async throws -> (establishments: [Establishment], account: Account?) {
        try await store.write { store in
            if try store.organizations().isEmpty {
                let organization = Organization(
                    id: "demo",
                    name: "DAEM de Valle Hermoso (demostración)",
                    contact: "Oficina de Datos del DAEM, datos@valle-hermoso.example"
                )
                try store.save(organization)
                let school = Establishment(
                    id: "demo-escuela",
                    organization: organization.id,
                    name: "Escuela Los Aromos",
                    joinCode: "ARM234"
                )
                let kindergarten = Establishment(
                    id: "demo-jardin",
                    organization: organization.id,
                    name: "Jardín Infantil Semillita",
                    joinCode: "SEM567"
                )
                try store.save(school)
                try store.save(kindergarten)
                try store.save(
                    Facilitator(
                        id: "demo-facilitadora",
                        organization: organization.id,
                        title: "Coordinación técnico-pedagógica",
                        establishments: [school.id, kindergarten.id]
                    )
                )
                try store.save(
                    Account(
                        id: account,
                        organization: organization.id,
                        channel: ChannelKind.generic.rawValue,
                        delivery: .inline,
                        secrets: [secret],
                        locale: "es-CL"
                    )
                )
                try store.save(
                    Account(
                        id: webAccount,
                        organization: organization.id,
                        channel: ChannelKind.web.rawValue,
                        delivery: .page,
                        secrets: [],
                        locale: "es-CL"
                    )
                )
            }
            return (try store.establishments(), try store.account(account))
        }
    }
}
