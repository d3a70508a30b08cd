import ArgumentParser
import Channels
import Facilitation
import Foundation
import Storage

/// `raiz channel rotate`: new secrets, without losing a message on the way.
struct ChannelRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Cambia los secretos de una cuenta.",
        discussion: """
            El secreto con que se verifica lo que llega se acepta junto con el anterior, hasta que digan --finish. \
            Los que da el proveedor se preguntan; los que no cambian se dejan en blanco.
            """
    )

    @Argument(help: "La cuenta.")
    var account: String

    @Flag(help: "Termina el cambio: deja de aceptar el secreto anterior.")
    var finish = false

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        var account = try await house.account(account, in: store)
        if finish {
            account.secrets = Array(account.secrets.prefix(1))
            account.credentials["old-app-secret"] = nil
            try await store.write { [account] in try $0.save(account) }
            print("«\(account.id)» solo acepta el secreto nuevo.")
            return
        }
        var generator = SystemRandomNumberGenerator()
        var lines: [String] = []
        switch account.kind {
        case .telegram:
            if let token = try Secret.read(
                "Token nuevo del bot (vacío: el mismo)",
                variable: "RAIZ_TELEGRAM_TOKEN",
                isOptional: true
            ) {
                account.credentials["token"] = token
            }
            account.secrets = [TelegramSecret.generate(using: &generator).revealed] + account.secrets.prefix(1)
            lines.append(
                "Ahora: raiz telegram set-webhook \(account.id), y después raiz channel rotate \(account.id) --finish"
            )
        case .whatsapp:
            let old = account.credentials["app-secret"]
            for (key, name, variable) in [
                ("token", "Token nuevo de acceso (vacío: el mismo)", "RAIZ_WHATSAPP_TOKEN"),
                ("app-secret", "Clave secreta nueva de la app (vacío: la misma)", "RAIZ_WHATSAPP_APP_SECRET"),
                ("verify-token", "Token de verificación nuevo (vacío: el mismo)", "RAIZ_WHATSAPP_VERIFY_TOKEN"),
            ] {
                if let value = try Secret.read(name, variable: variable, isOptional: true) {
                    account.credentials[key] = value
                }
            }
            if account.credentials["app-secret"] != old {
                account.credentials["old-app-secret"] = old
                lines.append("Cuando Meta firme con la clave nueva: raiz channel rotate \(account.id) --finish")
            }
        case .generic:
            let secret = WebhookSecret.generate(using: &generator)
            account.secrets = [secret.revealed] + account.secrets.prefix(1)
            lines.append("El secreto nuevo, que no se vuelve a mostrar: \(secret.revealed)")
            lines.append("Se firma y se acepta con ambos. Al terminar: raiz channel rotate \(account.id) --finish")
        case .web, nil:
            throw Complaint(code: "nothing-to-rotate", sentence: "La cuenta «\(account.id)» no tiene secretos.")
        }
        _ = try account.makeChannel()
        account.halted = nil
        try await store.write { [account] in try $0.save(account) }
        print((["Los secretos de «\(account.id)» cambiaron."] + lines).joined(separator: "\n"))
    }
}
