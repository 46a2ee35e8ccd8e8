// SPDX-License-Identifier: GPL-3.0-or-later
// The application's palette and its one stylesheet, made from the tokens. Fonts are not set here: they come from the
// application font and from Theme::font, so that script fallback (Arabic, Devanagari) stays intact.
#pragma once

#include "ui/theme/tokens.h"

#include <QPalette>

namespace waydesk::ui {

QPalette paletteOf(const Colours& colours);
QString stylesheetOf(const Tokens& tokens, const Colours& colours);

} // namespace waydesk::ui
