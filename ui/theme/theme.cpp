// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/housestyle.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSet>
#include <QSvgRenderer>
#include <QToolTip>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

// Asks the theme when painting, so that a button made in the light is right in the dark.
class Theme::IconEngine final : public QIconEngine
{
public:
    IconEngine(const Theme& theme, QString name, Tone tone)
        : m_theme(theme)
        , m_name(std::move(name))
        , m_tone(tone)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        m_theme.paintIcon(*painter, rect, m_name, inkFor(mode), QGuiApplication::layoutDirection());
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return m_theme.pixmap(m_name, inkFor(mode), qMin(size.width(), size.height()), 1,
                              QGuiApplication::layoutDirection());
    }
    QIconEngine* clone() const override { return new IconEngine(m_theme, m_name, m_tone); }
    QString key() const override { return u"waydesk"_s; }
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }

private:
    QColor inkFor(QIcon::Mode mode) const { return m_theme.ink(mode == QIcon::Disabled ? Tone::Muted : m_tone); }

    const Theme& m_theme;
    QString m_name;
    Tone m_tone;
};

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_tokens(Tokens::load())
{
}

Theme::~Theme() = default;

Scheme Theme::scheme() const
{
    switch (m_preference) {
    case Preference::System:
        return m_system;
    case Preference::Light:
        return Scheme::Light;
    case Preference::Dark:
        return Scheme::Dark;
    }
    Q_UNREACHABLE();
}

void Theme::setPreference(Preference preference)
{
    const Scheme before = scheme();
    m_preference = preference;
    if (scheme() != before)
        reapply();
}

void Theme::setSystemScheme(Scheme system)
{
    const Scheme before = scheme();
    m_system = system;
    if (scheme() != before)
        reapply();
}

void Theme::setDensity(Density density)
{
    if (std::exchange(m_density, density) != density)
        reapply();
}

void Theme::apply(QApplication& app)
{
    m_app = &app;
    app.setStyle(new HouseStyle(*this));
    reapply();
}

void Theme::reapply()
{
    if (m_app) {
        const QPalette palette = paletteOf(colours());
        m_app->setFont(font(Face::Base));
        m_app->setPalette(palette);
        QToolTip::setPalette(palette);
        QToolTip::setFont(font(Face::Small));
        setStyleSheet();
    }
    Q_EMIT changed();
}

void Theme::setStyleSheet()
{
    if (!m_isBuilding)
        m_app->setStyleSheet(stylesheetOf(m_tokens, colours()));
}

void Theme::build(const std::function<void()>& build)
{
    const bool within = std::exchange(m_isBuilding, true);
    if (!within && m_app)
        m_app->setStyleSheet(QString());
    build();
    m_isBuilding = within;
    if (!within && m_app)
        setStyleSheet();
}

QFont Theme::font(Face face) const
{
    const FontSizes& f = m_tokens.fonts;
    QFont font;
    // Each is opened when a letter is in none before it: Arabic script stands in nearly every list.
    font.setFamilies({u"Inter"_s, u"Noto Sans Arabic"_s, u"Noto Sans"_s, u"Noto Sans Devanagari"_s});
    font.setStyleStrategy(QFont::PreferAntialias);
    font.setHintingPreference(QFont::PreferNoHinting);
    const auto set = [&font](int px, QFont::Weight weight) {
        font.setPixelSize(px);
        font.setWeight(weight);
    };
    switch (face) {
    case Face::Base:
        set(f.base, QFont::Normal);
        break;
    case Face::BaseStrong:
        set(f.base, QFont::DemiBold);
        break;
    case Face::Small:
        set(f.small, QFont::Normal);
        break;
    case Face::SmallStrong:
        set(f.small, QFont::Medium);
        break;
    case Face::Tiny:
        set(f.tiny, QFont::Medium);
        break;
    case Face::Title:
        set(f.title, QFont::DemiBold);
        break;
    case Face::DetailTitle:
        set(f.detailTitle, QFont::DemiBold);
        break;
    case Face::Figure:
        set(f.figure, QFont::DemiBold);
        break;
    case Face::ScanCode:
        set(f.scanCode, QFont::Bold);
        break;
    }
    return font;
}

QIcon Theme::icon(const QString& name, Tone tone) const
{
    return QIcon(new IconEngine(*this, name, tone));
}

bool Theme::points(const QString& iconName)
{
    static const QSet<QString> kPointing{u"arrow-right"_s, u"chevron-right"_s, u"chevron-left"_s, u"truck"_s,
                                         u"rotate-ccw"_s,  u"undo-2"_s,        u"log-out"_s,      u"log-in"_s,
                                         u"panel-left"_s,  u"send"_s,          u"delete"_s,       u"corner-down-left"_s,
                                         u"history"_s};
    return kPointing.contains(iconName);
}

QStringList Theme::iconNames()
{
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    for (QString& name : names)
        name.chop(4);
    return names;
}

QPixmap Theme::pixmap(const QString& name, const QColor& ink, int px, qreal ratio, Qt::LayoutDirection direction) const
{
    const bool mirror = direction == Qt::RightToLeft && points(name);
    const QString key = u"waydesk/%1/%2/%3/%4/%5"_s.arg(name, ink.name(QColor::HexArgb)).arg(px).arg(ratio).arg(mirror);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named '%s'", qPrintable(name));
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", ink.name(QColor::HexRgb).toLatin1()));
    const int pixels = qRound(px * ratio);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    if (mirror)
        pixmap = QPixmap::fromImage(pixmap.toImage().mirrored(true, false));
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void Theme::paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& ink,
                      Qt::LayoutDirection direction) const
{
    const int px = qMin(rect.width(), rect.height());
    const QPixmap image = pixmap(name, ink, px, painter.device()->devicePixelRatioF(), direction);
    painter.drawPixmap(rect.x() + (rect.width() - px) / 2, rect.y() + (rect.height() - px) / 2, image);
}

} // namespace waydesk::ui
