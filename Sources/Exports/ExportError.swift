/// Why a file could not be made. Nothing of what a team wrote is in it, so it may be logged.
package struct ExportError: Error, Equatable {
    /// What went wrong. The raw value is stable: logs and tests may rely on it.
    package enum Code: String, Sendable, CaseIterable {
        case outOfMemory = "export-out-of-memory"
        case temporaryFile = "export-temporary-file"
        case file = "export-file"
        case tooLarge = "export-too-large"
        case content = "export-content"
    }

    package let code: Code

    /// The cause in the words of the library or of the system, for the person who runs the server.
    package let detail: String

    package init(_ code: Code, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    /// What to tell the person who asked for the file.
    package func sentence(_ locale: ExportLocale) -> String {
        switch (code, locale) {
        case (.outOfMemory, .spanish):
            "No hubo memoria suficiente para crear el archivo. Inténtenlo de nuevo en un rato."
        case (.outOfMemory, .english): "There was not enough memory to make the file. Please try again in a while."
        case (.temporaryFile, .spanish):
            "El servidor no pudo guardar un archivo temporal. Avisen a quien lo administra."
        case (.temporaryFile, .english): "The server could not keep a temporary file. Please tell whoever runs it."
        case (.file, .spanish): "No se pudo escribir el archivo. Revisen que la carpeta exista y tenga espacio."
        case (.file, .english): "The file could not be written. Please check that the folder exists and has space."
        case (.tooLarge, .spanish): "La matriz es demasiado grande para una planilla. Exporten una parte o usen CSV."
        case (.tooLarge, .english): "The matrix is too large for a workbook. Export a part of it or use CSV."
        case (.content, .spanish): "Algo del contenido no se pudo convertir a este formato. Prueben con otro formato."
        case (.content, .english):
            "Some of the content could not be turned into this format. Please try another format."
        }
    }
}
