import Configuration
import Foundation
import SystemPackage

/// The settings, each with its type, default and meaning. The environment comes first, then the file.
struct Settings: Sendable {
    /// One setting, as the documentation and `raiz doctor` show it.
    struct Entry: Sendable {
        var variable: String
        var standard: String
        var meaning: String
        var value: String
    }

    var host: String
    var port: Int
    var database: String
    var home: String
    var timeZone: String
    var logLevel: String
    var webhookRate: Int
    var publicURL: String?

    /// Where the settings file is looked for, unless `RAIZ_CONFIG` says otherwise.
    static let file = "raiz.yaml"

    /// Reads the environment and the file.
    static func read(environment: [String: String] = ProcessInfo.processInfo.environment) async throws -> Settings {
        let path = environment["RAIZ_CONFIG"] ?? file
        let provider: FileProvider<YAMLSnapshot>
        do {
            provider = try await FileProvider<YAMLSnapshot>(
                filePath: FilePath(path),
                allowMissing: environment["RAIZ_CONFIG"] == nil
            )
        } catch {
            throw Complaint(
                code: "bad-settings-file",
                sentence: "No se puede leer el archivo de ajustes «\(path)»: \(error)."
            )
        }
        let reader = ConfigReader(providers: [
            EnvironmentVariablesProvider(environmentVariables: environment), provider,
        ])
        let settings = Settings(
            host: reader.string(forKey: "raiz.host", default: "127.0.0.1"),
            port: try number("PORT", "port", 8080, 0...65_535, reader),
            database: reader.string(forKey: "raiz.database", default: "data/raiz.sqlite"),
            home: reader.string(forKey: "raiz.home", default: "."),
            timeZone: reader.string(forKey: "raiz.timezone", default: "America/Santiago"),
            logLevel: reader.string(forKey: "raiz.log.level", default: "info"),
            webhookRate: try number("RAIZ_WEBHOOK_RATE", "raiz.webhook.rate", 300, 1...100_000, reader),
            publicURL: reader.string(forKey: "raiz.public.url")
        )
        guard levels.contains(settings.logLevel) else {
            throw Complaint(
                code: "bad-setting",
                sentence: "RAIZ_LOG_LEVEL es «\(settings.logLevel)»; puede ser \(levels.joined(separator: ", "))."
            )
        }
        return settings
    }

    private static let levels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]

    /// A number, whether the file writes it bare or in quotes; anything else is an error, never a silent default.
    private static func number(
        _ variable: String,
        _ key: ConfigKey,
        _ standard: Int,
        _ range: ClosedRange<Int>,
        _ reader: ConfigReader
    ) throws -> Int {
        guard let text = reader.string(forKey: key) ?? reader.int(forKey: key).map(String.init) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw Complaint(
                code: "bad-setting",
                sentence:
                    "\(variable) es «\(text)»; debe ser un número entre \(range.lowerBound) y \(range.upperBound)."
            )
        }
        return number
    }

    /// All settings with what they are now.
    var entries: [Entry] {
        [
            Entry(variable: "PORT", standard: "8080", meaning: "puerto en que escucha", value: String(port)),
            Entry(variable: "RAIZ_HOST", standard: "127.0.0.1", meaning: "dirección en que escucha", value: host),
            Entry(
                variable: "RAIZ_DATABASE",
                standard: "data/raiz.sqlite",
                meaning: "archivo de la base de datos",
                value: database
            ),
            Entry(
                variable: "RAIZ_HOME",
                standard: ".",
                meaning: "carpeta que contiene Flows y Prompts",
                value: home
            ),
            Entry(
                variable: "RAIZ_TIMEZONE",
                standard: "America/Santiago",
                meaning: "zona horaria de los equipos",
                value: timeZone
            ),
            Entry(
                variable: "RAIZ_LOG_LEVEL",
                standard: "info",
                meaning: "trace, debug, info, warning o error",
                value: logLevel
            ),
            Entry(
                variable: "RAIZ_WEBHOOK_RATE",
                standard: "300",
                meaning: "mensajes por segundo y por cuenta",
                value: String(webhookRate)
            ),
            Entry(
                variable: "RAIZ_PUBLIC_URL",
                standard: "",
                meaning: "dirección pública, si hay un proxy delante",
                value: publicURL ?? ""
            ),
            Entry(
                variable: "RAIZ_CONFIG",
                standard: Self.file,
                meaning: "archivo de ajustes",
                value: ProcessInfo.processInfo.environment["RAIZ_CONFIG"] ?? Self.file
            ),
        ]
    }
}
