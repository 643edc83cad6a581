// Stands in for bcryptprimitives.dll, which Wine 8 (Debian 12) lacks: Rust's standard library
// takes its random numbers there. For trying the program under Wine only.
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return RtlGenRandom(data, (ULONG)length);
}
