// For wcwidth.
#define _GNU_SOURCE
// Plain <curses.h> hides the functions for wide characters.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include <ncursesw/curses.h>
#include <ncursesw/term.h>

static SCREEN *screen;

bool mt_use_utf8_locale(void) {
    // Only characters: numbers and dates of the program do not depend on the machine's locale.
    if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    static const char *const others[] = {"C.UTF-8", "C.utf8", "ru_RU.UTF-8", "en_US.UTF-8"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (setlocale(LC_CTYPE, others[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    }
    return false;
}

int mt_terminal_kind(const char *name) {
    int error = 0;
    if (setupterm(name, STDOUT_FILENO, &error) != OK) return -1;
    return mt_terminfo("cup") != NULL && mt_terminfo("clear") != NULL && !tigetflag("hc") ? 1 : 0;
}

bool mt_screen_open(void) {
    if (!screen) screen = newterm(NULL, stdout, stdin);
    if (!screen) return false;
    set_term(screen);
    raw();
    noecho();
    nonl();
    // Input is read by us; ncurses must not look at it while it draws.
    typeahead(-1);
    keypad(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    // A list that scrolls by one row costs one command instead of a screen.
    idlok(stdscr, TRUE);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    return true;
}

void mt_screen_leave(void) { endwin(); }

void mt_screen_reenter(void) {
    reset_prog_mode();
    mt_forget_screen();
}

void mt_screen_close(void) {
    endwin();
    // The SCREEN stays allocated: ncurses may still be asked for a string, and the process is about to end.
}

int mt_colors(void) { return has_colors() ? COLORS : 0; }

int mt_color_pairs(void) { return COLOR_PAIRS; }

bool mt_define_pair(int pair, int foreground, int background) {
    return init_extended_pair(pair, foreground, background) == OK;
}

void mt_stage(int row, int column, uint32_t base, uint32_t first_mark, uint32_t second_mark, int width, int attributes, int pair) {
    wchar_t text[4] = {(wchar_t)base, 0, 0, 0};
    int length = 1;
    bool is_known = wcwidth((wchar_t)base) == width;
    if (!is_known) text[0] = 0xFFFD;
    if (is_known && first_mark && wcwidth((wchar_t)first_mark) == 0) text[length++] = (wchar_t)first_mark;
    if (is_known && second_mark && wcwidth((wchar_t)second_mark) == 0) text[length++] = (wchar_t)second_mark;
    attr_t look = A_NORMAL;
    if (attributes & MT_BOLD) look |= A_BOLD;
    if (attributes & MT_REVERSE) look |= A_REVERSE;
    if (attributes & MT_UNDERLINE) look |= A_UNDERLINE;
    cchar_t cell;
    if (setcchar(&cell, text, look, 0, &pair) != OK) return;
    // ERR in the last cell of the screen only says that the cursor cannot go on.
    (void)mvwadd_wch(stdscr, row, column, &cell);
    if (!is_known && width == 2) {
        text[0] = L' ';
        text[1] = 0;
        if (setcchar(&cell, text, look, 0, &pair) == OK) (void)mvwadd_wch(stdscr, row, column + 1, &cell);
    }
}

void mt_stage_blank(void) { werase(stdscr); }

void mt_forget_screen(void) { clearok(curscr, TRUE); }

void mt_show(int row, int column) {
    int wanted = row >= 0;
    if (wanted) (void)wmove(stdscr, row, column);
    wnoutrefresh(stdscr);
    doupdate();
    curs_set(wanted);
}

void mt_resize(int rows, int width) { (void)resizeterm(rows, width); }

int mt_rows(void) { return LINES; }

int mt_columns(void) { return COLS; }

const char *mt_terminfo(const char *name) {
    char *value = tigetstr(name);
    return value == (char *)-1 || value == NULL || *value == 0 ? NULL : value;
}

int mt_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
