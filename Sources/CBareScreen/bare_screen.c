#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include "CBareScreen.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <ncursesw/curses.h>

enum { MAXIMUM = 64 };

static char *read_whole(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) return NULL;
    static char text[1 << 20];
    size_t count = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[count] = 0;
    return text;
}

static void paint(char *page) {
    int row = 0;
    for (char *line = page; line; row++) {
        char *end = strchr(line, '\n');
        int length = end ? (int)(end - line) : (int)strlen(line);
        int reversed = *line == 1;
        attrset(reversed ? A_REVERSE : A_NORMAL);
        mvaddnstr(row, 0, line + reversed, length - reversed);
        // The rest of a reversed row is reversed too, as a selection is.
        if (reversed) {
            while (getcurx(stdscr) < COLS - 1) addch(' ');
        } else {
            clrtoeol();
        }
        line = end ? end + 1 : NULL;
    }
    refresh();
}

int bare_screen(const char *path) {
    setlocale(LC_CTYPE, "C.UTF-8");
    char *text = read_whole(path);
    if (!text) return 1;
    char *pages[MAXIMUM];
    int count = 0;
    for (char *page = strtok(text, "\f"); page && count < MAXIMUM; page = strtok(NULL, "\f")) pages[count++] = page;
    if (count == 0 || !newterm(NULL, stdout, stdin)) return 1;
    raw();
    noecho();
    nonl();
    typeahead(-1);
    idlok(stdscr, TRUE);
    curs_set(0);
    paint(pages[0]);
    unsigned char byte;
    for (int shown = 1; read(STDIN_FILENO, &byte, 1) == 1 && byte != 'q'; shown++) paint(pages[shown % count]);
    endwin();
    return 0;
}
