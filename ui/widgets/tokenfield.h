// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type a filter into. Finished words of the form key:value stand before the typing as chips; Backspace at the
// start takes the last one back to be edited, a click on a chip removes it. What is wrong is named on the chip itself.
#pragma once

#include "ui/widgets/paint.h"

#include <QLineEdit>
#include <functional>

class QCompleter;
class QStringListModel;

namespace waydesk::ui {

class TokenField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TokenField(const Theme& theme, QWidget* parent = nullptr);

    // The whole filter as one line: chips, then what is being typed.
    QString filterText() const;
    void setFilterText(const QString& text); // does not emit
    const QStringList& tokens() const { return m_tokens; }
    // Complaint by token, as it stands in the line; the words go to its chip's tool tip and the accessible description.
    void setErrors(const QHash<QString, QString>& errors);
    // Called with the word being typed; answers whole words ("status:sealed").
    void setCompletions(std::function<QStringList(const QString& word)> completions);

Q_SIGNALS:
    void filterEdited(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Spot
    {
        QRect rect;
        int token; // -1: "+2"
    };
    QList<Spot> spots() const;
    ChipContent chipOf(const QString& token) const;
    void takeTokens(bool whole);
    void layOut();
    void complete();

    const Theme& m_theme;
    QStringList m_tokens;
    QHash<QString, QString> m_errors;
    std::function<QStringList(const QString&)> m_completions;
    QCompleter* m_completer;
    QStringListModel* m_words;
};

// Splits a filter line at blanks outside double quotes: `driver:"karwan aziz" 12` → two words.
QStringList filterWords(const QString& line);

} // namespace waydesk::ui
