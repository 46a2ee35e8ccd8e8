// SPDX-License-Identifier: GPL-3.0-or-later
// The seam for choosing where to save: the name is a proposal, and `chosen` is not called when the person thinks better
// of it.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace waydesk::ui {

using SaveFile =
    std::function<void(QWidget* parent, const QString& name, const std::function<void(const QString&)>& chosen)>;

} // namespace waydesk::ui
