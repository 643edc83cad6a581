// Holds a file open as programs that show it do: `hold.exe read FILE` lets others read it, as
// readers of PDF do, `hold.exe delete FILE` lets them move it as well, `hold.exe nothing FILE` lets
// them do nothing. Says `open`, and ends when its standard input does.
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
    if (count != 3) return 2;
    DWORD share = 0;
    if (wcscmp(arguments[1], L"nothing") != 0) share |= FILE_SHARE_READ;
    if (wcscmp(arguments[1], L"delete") == 0) share |= FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    HANDLE file =
        CreateFileW(arguments[2], GENERIC_READ, share, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("open");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    CloseHandle(file);
    return 0;
}
