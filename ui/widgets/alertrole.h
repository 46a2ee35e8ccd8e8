// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks up by itself (a toast, a scan's verdict, a notice) says so to a screen reader: its role is an alert, its
// name is what it says. Qt gives a plain widget the role of a filler. GUI thread.
#pragma once

class QWidget;

namespace waydesk::ui {

void makeAlert(QWidget& widget); // once, in the constructor
void announce(QWidget& widget);  // its words are new

} // namespace waydesk::ui
