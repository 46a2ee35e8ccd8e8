// SPDX-License-Identifier: GPL-3.0-or-later
// "Learn my scanner": a field that hears three scans of different codes and offers the settings that fit. It listens to
// raw keys while it has the focus, so that a badly set classifier cannot stand in its way. Esc begins again.
#pragma once

#include "services/domain/scan/keywedge.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace waydesk::ui {

class Button;
class Text;

class ScannerLessons final : public QWidget
{
    Q_OBJECT

public:
    explicit ScannerLessons(const Theme& theme, QWidget* parent = nullptr);
    void hear(const scan::WedgeKey& key); // as keyPressEvent does
    void endSample();                     // as the pause behind a scan does
    QString sentence() const;

Q_SIGNALS:
    void learnt(const waydesk::scan::WedgeSettings& settings);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void restart();
    void say();

    const Theme& m_theme;
    QList<QList<scan::WedgeKey>> m_samples;
    QList<scan::WedgeKey> m_current;
    std::optional<scan::WedgeLesson> m_lesson;
    Text* m_text;
    QElapsedTimer m_clock;
    QTimer m_pause;
};

} // namespace waydesk::ui
