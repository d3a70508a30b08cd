#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic macros, which Swift does not import: one typed door for each shape.
static inline CURLcode raiz_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode raiz_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode raiz_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode raiz_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
typedef size_t (*raiz_curl_data_callback)(char *data, size_t size, size_t count, void *context);
static inline CURLcode raiz_curl_set_callback(CURL *handle, CURLoption option, raiz_curl_data_callback value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode raiz_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode raiz_curl_get_pointer(CURL *handle, CURLINFO info, void **value) {
    return curl_easy_getinfo(handle, info, value);
}

// What follows serves the outbound client: the moments at which it must look before curl goes on.
#include <sys/socket.h>

static inline CURLcode raiz_curl_start(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}
typedef int (*raiz_curl_ready_callback)(
    void *context, char *remote_ip, char *local_ip, int remote_port, int local_port);
static inline CURLcode raiz_curl_on_ready(CURL *handle, raiz_curl_ready_callback value, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_PREREQDATA, context) : code;
}
typedef curl_socket_t (*raiz_curl_socket_callback)(
    void *context, curlsocktype purpose, struct curl_sockaddr *address);
static inline CURLcode raiz_curl_on_socket(CURL *handle, raiz_curl_socket_callback value, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context) : code;
}
// The address in place: its last field is longer than its type says, so a copy would cut IPv6 short.
static inline const struct sockaddr *raiz_curl_address(const struct curl_sockaddr *address) {
    return &address->addr;
}
static inline curl_socket_t raiz_curl_open_socket(const struct curl_sockaddr *address) {
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}
static inline curl_socket_t raiz_curl_no_socket(void) {
    return CURL_SOCKET_BAD;
}
static inline CURLMcode raiz_curl_multi_set_long(CURLM *handle, CURLMoption option, long value) {
    return curl_multi_setopt(handle, option, value);
}
