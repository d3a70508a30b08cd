#include <xlsxwriter.h>

// libxlsxwriter copies these strings but takes them as `char *`. The casts live here, so Swift never makes a mutable copy.

static inline lxw_workbook *raiz_workbook_new(const char *path, const char *temporary_directory) {
    lxw_workbook_options options = {.tmpdir = (char *)temporary_directory};
    return workbook_new_opt(path, &options);
}

static inline lxw_error raiz_workbook_describe(
    lxw_workbook *workbook, const char *title, const char *subject, time_t created
) {
    lxw_doc_properties properties = {.title = (char *)title, .subject = (char *)subject, .created = created};
    return workbook_set_properties(workbook, &properties);
}
