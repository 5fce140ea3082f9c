<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Verifier</source>
        <translation>Про Verifier</translation>
    </message>
    <message>
        <source>Verifier %1, under the Apache License 2.0.</source>
        <translation>Verifier %1, ліцензія Apache 2.0.</translation>
    </message>
    <message>
        <source>Versions and places</source>
        <translation>Версії та розташування</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Ліцензії</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Копіювати звіт</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>storing</source>
        <translation>збереження</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Читання %1</translation>
    </message>
    <message>
        <source>import document</source>
        <translation>імпорт документа</translation>
    </message>
    <message>
        <source>%1 is being read already, as “%2”.</source>
        <translation>%1 уже читається, як «%2».</translation>
    </message>
    <message>
        <source>%1 is in this case already, as “%2”; nothing was added.</source>
        <translation>%1 уже є в цій справі, як «%2»; нічого не додано.</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Перейти до нього</translation>
    </message>
    <message>
        <source>%1 is in the case now.</source>
        <translation>%1 тепер у справі.</translation>
    </message>
    <message>
        <source>The same on pages: %1.</source>
        <translation>Те саме на сторінках: %1.</translation>
    </message>
</context>
<context>
    <name>ArrivingTab</name>
    <message>
        <source>Pages read</source>
        <translation>Прочитані сторінки</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Read no further; nothing of it is kept</source>
        <translation>Не читати далі; нічого з цього не зберігається</translation>
    </message>
    <message>
        <source>Being read: %1 of %2 pages. They can be looked at meanwhile.</source>
        <translation>Читається: %1 з %2 сторінок. Тим часом їх можна переглядати.</translation>
    </message>
    <message>
        <source>This becomes a claim as soon as the document is read.</source>
        <translation>Це стане твердженням, щойно документ буде прочитано.</translation>
    </message>
</context>
<context>
    <name>AttributionCard</name>
    <message>
        <source>undated</source>
        <translation>без дати</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Нікого не названо</translation>
    </message>
    <message>
        <source>Edit this attribution</source>
        <translation>Змінити цю атрибуцію</translation>
    </message>
    <message>
        <source>Withdraw this attribution</source>
        <translation>Відкликати цю атрибуцію</translation>
    </message>
    <message>
        <source>says %1</source>
        <translation>стверджує %1</translation>
    </message>
    <message>
        <source>speaks of another incident</source>
        <translation>говорить про інший інцидент</translation>
    </message>
    <message>
        <source>Attributed by</source>
        <translation>Хто приписує</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Держава-покровитель</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>Сягає</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Ознаки</translation>
    </message>
    <message>
        <source>Not disclosed</source>
        <translation>Не розкрито</translation>
    </message>
    <message>
        <source>Contested by</source>
        <translation>Заперечують</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Право</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Our likelihood: %1</source>
        <translation>Наша ймовірність: %1</translation>
    </message>
    <message>
        <source>Our confidence: %1</source>
        <translation>Наша впевненість: %1</translation>
    </message>
    <message>
        <source>withdraw attribution</source>
        <translation>відкликання атрибуції</translation>
    </message>
</context>
<context>
    <name>AttributionForm</name>
    <message>
        <source>What it rests on</source>
        <translation>На чому це ґрунтується</translation>
    </message>
    <message>
        <source>Record attribution</source>
        <translation>Записати атрибуцію</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>record attribution</source>
        <translation>записування атрибуції</translation>
    </message>
    <message>
        <source>edit attribution</source>
        <translation>редагування атрибуції</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Open beside</source>
        <translation>Відкрито поруч</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Закрити %1</translation>
    </message>
</context>
<context>
    <name>BigSteps</name>
    <message>
        <source>finishing</source>
        <translation>завершення</translation>
    </message>
    <message>
        <source>making a restore point</source>
        <translation>створюю точку відновлення</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Claims by status</source>
        <translation>Твердження за станом</translation>
    </message>
    <message>
        <source>move claim</source>
        <translation>переміщення твердження</translation>
    </message>
</context>
<context>
    <name>BringingBack</name>
    <message>
        <source>Restore</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>CaptureBox</name>
    <message>
        <source>Capture the page…</source>
        <translation>Зафіксувати сторінку…</translation>
    </message>
    <message>
        <source>Connect and capture</source>
        <translation>З’єднатися й зафіксувати</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Не з’єднуватися</translation>
    </message>
    <message>
        <source>Verifier connects to %1 now, and to the places that the pictures and style sheets of the page come from. They see the address of this computer. Nothing else is fetched, no script is run.</source>
        <translation>Verifier зараз з’єднається з %1 і з місцями, звідки походять зображення та стилі сторінки. Вони побачать адресу цього комп’ютера. Нічого іншого не завантажується, скрипти не виконуються.</translation>
    </message>
    <message>
        <source>Capturing %1</source>
        <translation>Фіксування %1</translation>
    </message>
    <message>
        <source>capture page</source>
        <translation>фіксування сторінки</translation>
    </message>
    <message>
        <source>The page is in the locker now. Parts: %1; not to be had: %2.</source>
        <translation>Сторінка тепер у сховищі. Частин: %1; недоступних: %2.</translation>
    </message>
</context>
<context>
    <name>CaseSettings</name>
    <message>
        <source>Case settings</source>
        <translation>Налаштування справи</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Language of the report, such as en or uk</source>
        <translation>Мова звіту, наприклад en або uk</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Шкали</translation>
    </message>
    <message>
        <source>House rules</source>
        <translation>Правила редакції</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>change case settings</source>
        <translation>зміну налаштувань справи</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <source>Ratings that are given already keep the scale they were given on. To take over what was changed in a scale of your own, choose it here again.</source>
        <translation>Уже дані оцінки зберігають шкалу, за якою їх дано. Щоб перейняти зміни у вашій власній шкалі, виберіть її тут знову.</translation>
    </message>
    <message>
        <source>Edit scales…</source>
        <translation>Редагувати шкали…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ім&apos;я</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Ініціали</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Only an owner of the case gives roles.</source>
        <translation>Ролі призначає лише власник справи.</translation>
    </message>
    <message>
        <source>change initials</source>
        <translation>зміну ініціалів</translation>
    </message>
    <message>
        <source>change role</source>
        <translation>зміну ролі</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>A case on a server is not one file to copy.</source>
        <translation>Справа на сервері — не один файл, який можна скопіювати.</translation>
    </message>
    <message>
        <source>The copy is written: %1</source>
        <translation>Копію записано: %1</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Записується %1</translation>
    </message>
    <message>
        <source>A case on a server has no restore points.</source>
        <translation>Справа на сервері не має точок відновлення.</translation>
    </message>
    <message>
        <source>Ask who runs the server for a backup.</source>
        <translation>Попросіть резервну копію в того, хто веде сервер.</translation>
    </message>
</context>
<context>
    <name>CitationCard</name>
    <message>
        <source>The file was changed or is missing: see the locker.</source>
        <translation>Файл змінено, або його немає: див. сховище.</translation>
    </message>
    <message>
        <source>Read by OCR: compare with the picture.</source>
        <translation>Розпізнано (OCR): звірте із зображенням.</translation>
    </message>
    <message>
        <source>These words were not found in the text of the evidence.</source>
        <translation>Цих слів у тексті доказу не знайдено.</translation>
    </message>
    <message>
        <source>Shared origin: %1</source>
        <translation>Спільне походження: %1</translation>
    </message>
    <message>
        <source>Open evidence beside the report (E)</source>
        <translation>Відкрити доказ поруч зі звітом (E)</translation>
    </message>
    <message>
        <source>Open the link in the browser</source>
        <translation>Відкрити посилання у браузері</translation>
    </message>
    <message>
        <source>Edit this source</source>
        <translation>Змінити це джерело</translation>
    </message>
    <message>
        <source>Take this source away from the claim</source>
        <translation>Прибрати це джерело з твердження</translation>
    </message>
</context>
<context>
    <name>CitationForm</name>
    <message>
        <source>Not graded</source>
        <translation>Без оцінки</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>New source…</source>
        <translation>Нове джерело…</translation>
    </message>
    <message>
        <source>Title of the publication</source>
        <translation>Назва публікації</translation>
    </message>
    <message>
        <source>Publisher or person</source>
        <translation>Видавець або особа</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Посилання</translation>
    </message>
    <message>
        <source>What it does to the claim</source>
        <translation>Що воно робить із твердженням</translation>
    </message>
    <message>
        <source>Quoted words</source>
        <translation>Процитовані слова</translation>
    </message>
    <message>
        <source>The words of the source, exactly</source>
        <translation>Слова джерела, дослівно</translation>
    </message>
    <message>
        <source>Place in it: page, table, minute</source>
        <translation>Місце: сторінка, таблиця, хвилина</translation>
    </message>
    <message>
        <source>Reliability of the source</source>
        <translation>Надійність джерела</translation>
    </message>
    <message>
        <source>Credibility of the information</source>
        <translation>Достовірність інформації</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Вид джерела</translation>
    </message>
    <message>
        <source>Why this credibility</source>
        <translation>Чому така достовірність</translation>
    </message>
    <message>
        <source>Shared origin, such as: the ministry</source>
        <translation>Спільне походження, наприклад: міністерство</translation>
    </message>
    <message>
        <source>Evidence with the same words here counts as one origin, not as several</source>
        <translation>Докази з тими самими словами тут рахуються як одне походження, а не кілька</translation>
    </message>
    <message>
        <source>Note on the citation</source>
        <translation>Примітка до цитування</translation>
    </message>
    <message>
        <source>Note: why it matters</source>
        <translation>Примітка: чому це важливо</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Додати джерело</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Reliability of the source, credibility of this</source>
        <translation>Надійність джерела, достовірність цього</translation>
    </message>
    <message>
        <source>edit source</source>
        <translation>редагування джерела</translation>
    </message>
    <message>
        <source>add source</source>
        <translation>додавання джерела</translation>
    </message>
</context>
<context>
    <name>Citations</name>
    <message>
        <source>SOURCES</source>
        <translation>ДЖЕРЕЛА</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Додати джерело</translation>
    </message>
    <message>
        <source>Attach files as evidence (Shift+L)</source>
        <translation>Додати файли як докази (Shift+L)</translation>
    </message>
    <message>
        <source>Nothing is cited yet. Press L to add a source.</source>
        <translation>Ще нічого не процитовано. Натисніть L, щоб додати джерело.</translation>
    </message>
    <message>
        <source>Supported by one origin: not independently confirmed.</source>
        <translation>Підтверджує одне походження: незалежного підтвердження немає.</translation>
    </message>
    <message>
        <source>Independently confirmed by %1 origins (items: %2).</source>
        <translation>Незалежно підтверджено, походжень: %1 (доказів: %2).</translation>
    </message>
    <message>
        <source>Refuted by one origin.</source>
        <translation>Спростовує одне походження.</translation>
    </message>
    <message>
        <source>Independently refuted by %1 origins (items: %2).</source>
        <translation>Незалежно спростовано, походжень: %1 (доказів: %2).</translation>
    </message>
    <message>
        <source>Another source is being written: add it, or leave it, first.</source>
        <translation>Уже пишеться інше джерело: спершу додайте його або залиште.</translation>
    </message>
    <message>
        <source>Nothing cited for this claim can be opened here.</source>
        <translation>Нічого з процитованого для цього твердження не можна відкрити тут.</translation>
    </message>
    <message>
        <source>take source away</source>
        <translation>прибирання джерела</translation>
    </message>
    <message>
        <source>The form of the source was left; what was written in it is not saved.</source>
        <translation>Форму джерела закрито; написане в ній не збережено.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Повернути</translation>
    </message>
</context>
<context>
    <name>ClaimButton</name>
    <message>
        <source>Make a claim</source>
        <translation>Створити твердження</translation>
    </message>
    <message>
        <source>Make a claim of the selected passage (H)</source>
        <translation>Зробити виділений уривок твердженням (H)</translation>
    </message>
    <message>
        <source>Make a claim of the selection</source>
        <translation>Зробити виділене твердженням</translation>
    </message>
</context>
<context>
    <name>ClaimField</name>
    <message>
        <source>C12, or words of the claim</source>
        <translation>C12 або слова твердження</translation>
    </message>
</context>
<context>
    <name>ClaimLines</name>
    <message>
        <source>%1 confidence</source>
        <translation>впевненість: %1</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Не оцінено</translation>
    </message>
</context>
<context>
    <name>Claiming</name>
    <message>
        <source>Region of picture %1</source>
        <translation>Ділянка зображення %1</translation>
    </message>
    <message>
        <source>Region on page %1</source>
        <translation>Ділянка на сторінці %1</translation>
    </message>
    <message>
        <source>add claim</source>
        <translation>додавання твердження</translation>
    </message>
    <message>
        <source>add passage</source>
        <translation>додавання уривка</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Nothing is fetched from the network: %1 was not opened. Save the page in the browser and drop the file here, or keep its address.</source>
        <translation>З мережі нічого не завантажується: %1 не відкрито. Збережіть сторінку в браузері й перетягніть файл сюди або збережіть її адресу.</translation>
    </message>
    <message>
        <source>Keep it among the sources</source>
        <translation>Зберегти серед джерел</translation>
    </message>
    <message>
        <source>Add it as a source of %1</source>
        <translation>Додати як джерело до %1</translation>
    </message>
    <message>
        <source>add source</source>
        <translation>додавання джерела</translation>
    </message>
    <message>
        <source>You have not commented on this claim.</source>
        <translation>Ви не коментували це твердження.</translation>
    </message>
</context>
<context>
    <name>ClaimsGrid</name>
    <message>
        <source>All claims</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
</context>
<context>
    <name>ClaimsModel</name>
    <message>
        <source>Not rated</source>
        <translation>Не оцінено</translation>
    </message>
    <message>
        <source>%1, claims: %2</source>
        <translation>%1, тверджень: %2</translation>
    </message>
</context>
<context>
    <name>ClaimsPanel</name>
    <message>
        <source>CLAIMS</source>
        <translation>ТВЕРДЖЕННЯ</translation>
    </message>
    <message>
        <source>Filter claims</source>
        <translation>Фільтр тверджень</translation>
    </message>
    <message>
        <source>Select words in a document and press H: they become a claim.</source>
        <translation>Виділіть слова в документі й натисніть H: вони стануть твердженням.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Твердження</translation>
    </message>
</context>
<context>
    <name>ClaimsTable</name>
    <message>
        <source>Filter the table</source>
        <translation>Фільтр таблиці</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Не оцінено</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Independently confirmed by so many origins: one group counts once</source>
        <translation>Стільки незалежних джерел походження підтверджують: одна група рахується раз</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Хто стверджує</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Виконавець</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Пріоритет</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Варто перевіряти</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Термін</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Document, page</source>
        <translation>Документ, сторінка</translation>
    </message>
</context>
<context>
    <name>ComingBack</name>
    <message>
        <source>Reading %1</source>
        <translation>Читаю %1</translation>
    </message>
    <message>
        <source>What %1 would change. The words of the case stay: a change that is proposed is accepted or rejected afterwards.</source>
        <translation>Що змінить %1. Слова справи лишаються: запропоновану зміну потім приймають або відхиляють.</translation>
    </message>
    <message>
        <source>Take back a Word report</source>
        <translation>Прийняти звіт Word назад</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Прийняти назад</translation>
    </message>
    <message>
        <source>take back Word&apos;s answers</source>
        <translation>прийняти відповіді з Word</translation>
    </message>
    <message>
        <source>Import from another tool</source>
        <translation>Імпорт з іншої програми</translation>
    </message>
    <message>
        <source>What %1 would bring into the case.</source>
        <translation>Що %1 додасть до справи.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Імпортувати</translation>
    </message>
    <message>
        <source>import project</source>
        <translation>імпортувати проєкт</translation>
    </message>
    <message>
        <source>Taken into the case: %1</source>
        <translation>Внесено до справи: %1</translation>
    </message>
    <message>
        <source>Show the proposed changes</source>
        <translation>Показати запропоновані зміни</translation>
    </message>
</context>
<context>
    <name>CommandStates</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Редагування</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>&amp;Твердження</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>&amp;Оцінка</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Перехід</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
    </message>
    <message>
        <source>&amp;Next claim to check</source>
        <translation>&amp;Наступне твердження для перевірки</translation>
    </message>
    <message>
        <source>&amp;Worth checking: yes, partly, no</source>
        <translation>&amp;Варто перевіряти: так, частково, ні</translation>
    </message>
    <message>
        <source>&amp;Priority: 0, 1, 2, 3</source>
        <translation>&amp;Пріоритет: 0, 1, 2, 3</translation>
    </message>
    <message>
        <source>&amp;Assign to me, or to nobody</source>
        <translation>Призначити &amp;мені або нікому</translation>
    </message>
    <message>
        <source>&amp;Drop the claim, or take it up again</source>
        <translation>&amp;Зняти твердження або взяти знову</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <source>Attribution &amp;timeline</source>
        <translation>&amp;Хронологія атрибуції</translation>
    </message>
    <message>
        <source>&amp;Competing accounts</source>
        <translation>&amp;Конкурентні гіпотези</translation>
    </message>
    <message>
        <source>&amp;Evidence locker</source>
        <translation>Схо&amp;вище доказів</translation>
    </message>
    <message>
        <source>&amp;Board by status</source>
        <translation>Дошка за ст&amp;аном</translation>
    </message>
    <message>
        <source>&amp;History of the case</source>
        <translation>&amp;Історія справи</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Нова справа…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>&amp;Відкрити справу…</translation>
    </message>
    <message>
        <source>Open a case on a ser&amp;ver…</source>
        <translation>Відк&amp;рити справу на сервері…</translation>
    </message>
    <message>
        <source>&amp;Import document…</source>
        <translation>&amp;Імпортувати документ…</translation>
    </message>
    <message>
        <source>&amp;Replace the document with a new edition…</source>
        <translation>&amp;Замінити документ новою версією…</translation>
    </message>
    <message>
        <source>Read the docu&amp;ment again</source>
        <translation>Прочит&amp;ати документ знову</translation>
    </message>
    <message>
        <source>Passages that &amp;wait for a decision…</source>
        <translation>&amp;Уривки, що чекають на рішення…</translation>
    </message>
    <message>
        <source>Take over &amp;highlights and comments of the file…</source>
        <translation>Перейняти виділення та ко&amp;ментарі файлу…</translation>
    </message>
    <message>
        <source>Rea&amp;d the text of scanned pages…</source>
        <translation>Про&amp;читати текст сканованих сторінок…</translation>
    </message>
    <message>
        <source>Remove the document from the case…</source>
        <translation>Вилучити документ зі справи…</translation>
    </message>
    <message>
        <source>Removed documents…</source>
        <translation>Вилучені документи…</translation>
    </message>
    <message>
        <source>Import from another too&amp;l…</source>
        <translation>Імпорт з іншої &amp;програми…</translation>
    </message>
    <message>
        <source>&amp;Export report to Word…</source>
        <translation>&amp;Експортувати звіт у Word…</translation>
    </message>
    <message>
        <source>Export &amp;as…</source>
        <translation>Експортувати &amp;як…</translation>
    </message>
    <message>
        <source>Take &amp;back a Word report…</source>
        <translation>Прийняти звіт Word наза&amp;д…</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>З&amp;берегти копію…</translation>
    </message>
    <message>
        <source>Restore &amp;points…</source>
        <translation>Т&amp;очки відновлення…</translation>
    </message>
    <message>
        <source>&amp;Close case</source>
        <translation>За&amp;крити справу</translation>
    </message>
    <message>
        <source>Case se&amp;ttings…</source>
        <translation>Налаштування &amp;справи…</translation>
    </message>
    <message>
        <source>Scales…</source>
        <translation>Шкали…</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>Налаш&amp;тування…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Ви&amp;йти</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити</translation>
    </message>
    <message>
        <source>&amp;Find in the document…</source>
        <translation>&amp;Знайти в документі…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Знайти &amp;далі</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Знайти &amp;раніше</translation>
    </message>
    <message>
        <source>&amp;Tables of this page…</source>
        <translation>&amp;Таблиці цієї сторінки…</translation>
    </message>
    <message>
        <source>Sear&amp;ch across the case…</source>
        <translation>&amp;Шукати в усій справі…</translation>
    </message>
    <message>
        <source>Pro&amp;posed changes…</source>
        <translation>Запропоновані з&amp;міни…</translation>
    </message>
    <message>
        <source>&amp;Search or run a command…</source>
        <translation>Знайти або &amp;виконати команду…</translation>
    </message>
    <message>
        <source>Documents and claims at the &amp;side</source>
        <translation>&amp;Документи й твердження збоку</translation>
    </message>
    <message>
        <source>&amp;Table of claims</source>
        <translation>&amp;Таблиця тверджень</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Інспектор</translation>
    </message>
    <message>
        <source>Show &amp;beside: two documents next to each other</source>
        <translation>Показати пору&amp;ч: два документи один біля одного</translation>
    </message>
    <message>
        <source>Clos&amp;e the tab</source>
        <translation>За&amp;крити вкладку</translation>
    </message>
    <message>
        <source>O&amp;utline of the document</source>
        <translation>&amp;Зміст документа</translation>
    </message>
    <message>
        <source>&amp;Pages as small pictures</source>
        <translation>Сторі&amp;нки малими зображеннями</translation>
    </message>
    <message>
        <source>Zoom i&amp;n</source>
        <translation>З&amp;більшити</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>З&amp;меншити</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>За &amp;шириною</translation>
    </message>
    <message>
        <source>Fit whole pa&amp;ge</source>
        <translation>&amp;Уся сторінка</translation>
    </message>
    <message>
        <source>A&amp;ctual size, 100 %</source>
        <translation>С&amp;правжній розмір, 100 %</translation>
    </message>
    <message>
        <source>Two pages in a &amp;row</source>
        <translation>Дві сторінки в р&amp;яд</translation>
    </message>
    <message>
        <source>Turn pages to the rig&amp;ht</source>
        <translation>Повернути сторінки право&amp;руч</translation>
    </message>
    <message>
        <source>Turn pages to the le&amp;ft</source>
        <translation>По&amp;вернути сторінки ліворуч</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Кольори &amp;системи</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Світ&amp;лі кольори</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Т&amp;емні кольори</translation>
    </message>
    <message>
        <source>Make the selected words a &amp;claim</source>
        <translation>Зробити виділені слова &amp;твердженням</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Add the selected words to this claim as a &amp;passage</source>
        <translation>Додати виділені слова до твердження як &amp;уривок</translation>
    </message>
    <message>
        <source>Mark a re&amp;gion of the page or picture</source>
        <translation>Позна&amp;чити ділянку сторінки чи зображення</translation>
    </message>
    <message>
        <source>Add a &amp;source…</source>
        <translation>Додати &amp;джерело…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Attach evidence &amp;files…</source>
        <translation>Додати файли док&amp;азів…</translation>
    </message>
    <message>
        <source>&amp;Open evidence beside the report</source>
        <translation>Відкрити доказ по&amp;руч зі звітом</translation>
    </message>
    <message>
        <source>&amp;Quote the selected words of the evidence</source>
        <translation>Про&amp;цитувати виділені слова доказу</translation>
    </message>
    <message>
        <source>Read the &amp;text of scanned evidence…</source>
        <translation>Прочитати текст &amp;сканованого доказу…</translation>
    </message>
    <message>
        <source>Write a co&amp;mment</source>
        <translation>Написати &amp;коментар</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>Edit your last comment</source>
        <translation>Змінити ваш останній коментар</translation>
    </message>
    <message>
        <source>Withdraw your last comment</source>
        <translation>Відкликати ваш останній коментар</translation>
    </message>
    <message>
        <source>&amp;Edit the statement</source>
        <translation>Редагувати &amp;формулювання</translation>
    </message>
    <message>
        <source>Edit the &amp;reason</source>
        <translation>Редагувати &amp;обґрунтування</translation>
    </message>
    <message>
        <source>Assignee, &amp;due date, tags, notes</source>
        <translation>Вико&amp;навець, термін, мітки, нотатки</translation>
    </message>
    <message>
        <source>Re&amp;late to another claim…</source>
        <translation>Пов’&amp;язати з іншим твердженням…</translation>
    </message>
    <message>
        <source>Spl&amp;it the claim…</source>
        <translation>Розд&amp;ілити твердження…</translation>
    </message>
    <message>
        <source>Merge with a&amp;nother claim…</source>
        <translation>Об’єднати з інши&amp;м твердженням…</translation>
    </message>
    <message>
        <source>Withdrawn cl&amp;aims…</source>
        <translation>Відкликані тверд&amp;ження…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the claim</source>
        <translation>&amp;Відкликати твердження</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>Д&amp;жерела</translation>
    </message>
    <message>
        <source>Bac&amp;k to where you were</source>
        <translation>Назад, де ви &amp;були</translation>
    </message>
    <message>
        <source>Fo&amp;rward again</source>
        <translation>&amp;Знову вперед</translation>
    </message>
    <message>
        <source>&amp;Next claim</source>
        <translation>&amp;Наступне твердження</translation>
    </message>
    <message>
        <source>&amp;Previous claim</source>
        <translation>&amp;Попереднє твердження</translation>
    </message>
    <message>
        <source>Next pa&amp;ge</source>
        <translation>Наступна &amp;сторінка</translation>
    </message>
    <message>
        <source>Previous p&amp;age</source>
        <translation>Попередня с&amp;торінка</translation>
    </message>
    <message>
        <source>T&amp;o a page by its number…</source>
        <translation>До сторінки за н&amp;омером…</translation>
    </message>
    <message>
        <source>&amp;Filter the claims</source>
        <translation>&amp;Фільтрувати твердження</translation>
    </message>
    <message>
        <source>To the &amp;document</source>
        <translation>До &amp;документа</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>П&amp;осібник</translation>
    </message>
    <message>
        <source>&amp;About Verifier</source>
        <translation>&amp;Про Verifier</translation>
    </message>
    <message>
        <source>To the table of claims</source>
        <translation>До таблиці тверджень</translation>
    </message>
    <message>
        <source>Views of the table of claims…</source>
        <translation>Подання таблиці тверджень…</translation>
    </message>
    <message>
        <source>Keep this view of the table…</source>
        <translation>Зберегти це подання таблиці…</translation>
    </message>
    <message>
        <source>Group the claims of the table…</source>
        <translation>Групувати твердження таблиці…</translation>
    </message>
    <message>
        <source>Columns of the table…</source>
        <translation>Стовпці таблиці…</translation>
    </message>
    <message>
        <source>Export the table of claims as CSV…</source>
        <translation>Експортувати таблицю тверджень як CSV…</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>COMMENTS</source>
        <translation>КОМЕНТАРІ</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>Новий коментар</translation>
    </message>
    <message>
        <source>Write a comment; Ctrl+Return sends it</source>
        <translation>Напишіть коментар; Ctrl+Enter надсилає</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>add comment</source>
        <translation>додавання коментаря</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>
The fields are described in docs/annotations.md.</source>
        <translation>
Поля описано в docs/annotations.md.</translation>
    </message>
    <message>
        <source>%1 %2 is missing.</source>
        <translation>%1 %2 немає.</translation>
    </message>
    <message>
        <source>%1 %2 was changed past the program: %3.</source>
        <translation>%1 %2 змінено поза програмою: %3.</translation>
    </message>
    <message>
        <source>%1 %2 was put in past the program.</source>
        <translation>%1 %2 внесено поза програмою.</translation>
    </message>
    <message>
        <source>%1 answered %2.</source>
        <translation>%1 відповів: %2.</translation>
    </message>
    <message>
        <source>%1 bytes are not valid UTF-8 and are shown as �.</source>
        <translation>%1 байтів не є правильним UTF-8, їх показано як �.</translation>
    </message>
    <message>
        <source>%1 can be taken over as claims or as notes.</source>
        <translation>%1 можна взяти як твердження або як нотатки.</translation>
    </message>
    <message>
        <source>%1 cannot be created (%2).</source>
        <translation>%1 не вдається створити (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be created: its folder does not exist.</source>
        <translation>%1 не вдається створити: теки для нього немає.</translation>
    </message>
    <message>
        <source>%1 cannot be made (%2).</source>
        <translation>%1 не вдається створити (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2).</source>
        <translation>%1 не вдається відкрити (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 не вдається відкрити.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2 is not installed.</source>
        <translation>%1 не вдається відкрити: не встановлено %2.</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2).</source>
        <translation>З %1 не вдається з’єднатися (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 недоступний.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 не вдається прочитати (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be removed (%2).</source>
        <translation>%1 не вдається прибрати (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 не вдається записати (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 не вдається записати.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full or failing.</source>
        <translation>%1 не вдається записати: диск заповнений або несправний.</translation>
    </message>
    <message>
        <source>%1 characters could not be decoded as %2.</source>
        <translation>%1 символів не вдалося розкодувати як %2.</translation>
    </message>
    <message>
        <source>%1 charts or diagrams are not shown: only Word draws them. Look at them there, or in a PDF.</source>
        <translation>%1 діаграм чи схем не показано: їх малює лише Word. Подивіться на них там або в PDF.</translation>
    </message>
    <message>
        <source>%1 citations have no grade.</source>
        <translation>Цитувань без оцінки: %1.</translation>
    </message>
    <message>
        <source>%1 does not begin on page %2.</source>
        <translation>%1 починається не на сторінці %2.</translation>
    </message>
    <message>
        <source>%1 does not stand between the words noted.</source>
        <translation>%1 стоїть не між тими словами, що записані.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 вже існує.</translation>
    </message>
    <message>
        <source>%1 has %2 MB; at most %3 MB can be read.</source>
        <translation>%1 має %2 МБ; прочитати можна щонайбільше %3 МБ.</translation>
    </message>
    <message>
        <source>%1 has %2 by %3 pixels; at most %4 million are read.</source>
        <translation>%1 має %2 на %3 пікселів; читається щонайбільше %4 млн.</translation>
    </message>
    <message>
        <source>%1 has %2 pages.</source>
        <translation>У %1 сторінок: %2.</translation>
    </message>
    <message>
        <source>%1 has %2 pages; at most %3 can be read.</source>
        <translation>%1 має сторінок: %2; прочитати можна щонайбільше %3.</translation>
    </message>
    <message>
        <source>%1 has been rated since, and so its rating of then was left out.</source>
        <translation>%1 відтоді оцінено знову, тому тогочасну оцінку не взято.</translation>
    </message>
    <message>
        <source>%1 has no page %2.</source>
        <translation>У %1 немає сторінки %2.</translation>
    </message>
    <message>
        <source>%1 has no place on a page: “%2”.</source>
        <translation>%1 не має місця на сторінці: «%2».</translation>
    </message>
    <message>
        <source>%1 holds %2 cases.</source>
        <translation>У %1 справ: %2.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 MB of text.</source>
        <translation>У %1 більше ніж %2 МБ тексту.</translation>
    </message>
    <message>
        <source>%1 holds no case %2.</source>
        <translation>У %1 немає справи %2.</translation>
    </message>
    <message>
        <source>%1 holds no cases.</source>
        <translation>У %1 немає справ.</translation>
    </message>
    <message>
        <source>%1 holds rows that belong to nothing.</source>
        <translation>У %1 є рядки, які ні до чого не належать.</translation>
    </message>
    <message>
        <source>%1 is %2, which cannot be read as a document.</source>
        <translation>%1 — це %2, його не можна прочитати як документ.</translation>
    </message>
    <message>
        <source>%1 is a %2 in this case.</source>
        <translation>%1 у цій справі має роль %2.</translation>
    </message>
    <message>
        <source>%1 is a PDF file without pages.</source>
        <translation>%1 — файл PDF без сторінок.</translation>
    </message>
    <message>
        <source>%1 is a case that is open.</source>
        <translation>%1 — справа, яку відкрито.</translation>
    </message>
    <message>
        <source>%1 is a damaged or incomplete Word file.</source>
        <translation>%1 — пошкоджений або неповний файл Word.</translation>
    </message>
    <message>
        <source>%1 is a damaged or incomplete Word or ZIP file.</source>
        <translation>%1 — пошкоджений або неповний файл Word чи ZIP.</translation>
    </message>
    <message>
        <source>%1 is a damaged web archive.</source>
        <translation>%1 — пошкоджений веб-архів.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 — тека.</translation>
    </message>
    <message>
        <source>%1 is a machine of a private network, and is left alone.</source>
        <translation>%1 — комп’ютер приватної мережі, його не чіпаємо.</translation>
    </message>
    <message>
        <source>%1 is a picture that cannot be opened.</source>
        <translation>%1 — зображення, яке не вдається відкрити.</translation>
    </message>
    <message>
        <source>%1 is a region of a picture that does not stand there.</source>
        <translation>%1 — ділянка зображення, якого там немає.</translation>
    </message>
    <message>
        <source>%1 is a picture.</source>
        <translation>%1 — зображення.</translation>
    </message>
    <message>
        <source>%1 does not let you do this.</source>
        <translation>%1 не дозволяє вам цього.</translation>
    </message>
    <message>
        <source>%1 is a report of another case.</source>
        <translation>%1 — звіт іншої справи.</translation>
    </message>
    <message>
        <source>%1 is a saved page without HTML in it.</source>
        <translation>%1 — збережена сторінка без HTML.</translation>
    </message>
    <message>
        <source>%1 is a web archive without a page in it.</source>
        <translation>%1 — веб-архів, у якому немає сторінки.</translation>
    </message>
    <message>
        <source>%1 is an HTML file without content.</source>
        <translation>%1 — файл HTML без вмісту.</translation>
    </message>
    <message>
        <source>%1 is an Office file protected by a password.</source>
        <translation>%1 — файл Office, захищений паролем.</translation>
    </message>
    <message>
        <source>%1 is approved, and so its new rating was left out. Reopen it first.</source>
        <translation>%1 схвалено, тому нову оцінку не взято. Спершу відкрийте твердження знову.</translation>
    </message>
    <message>
        <source>%1 is busy: another program is writing to it.</source>
        <translation>%1 зайнято: у нього пише інша програма.</translation>
    </message>
    <message>
        <source>%1 is damaged BibTeX: %2</source>
        <translation>%1 — пошкоджений BibTeX: %2</translation>
    </message>
    <message>
        <source>%1 is damaged RIS (%2).</source>
        <translation>%1 — пошкоджений RIS (%2).</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 пошкоджено.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 порожній.</translation>
    </message>
    <message>
        <source>%1 is in this case already, as “%2”.</source>
        <translation>%1 уже є в цій справі, як «%2».</translation>
    </message>
    <message>
        <source>%1 is neither a PDF nor a picture.</source>
        <translation>%1 — не PDF і не зображення.</translation>
    </message>
    <message>
        <source>%1 is neither a Word file nor a PDF, so it holds no comments.</source>
        <translation>%1 не є ні файлом Word, ні PDF, тому в ньому немає коментарів.</translation>
    </message>
    <message>
        <source>%1 is nested deeper than any document a person wrote.</source>
        <translation>%1 вкладено глибше, ніж будь-який документ, написаний людиною.</translation>
    </message>
    <message>
        <source>%1 is nested deeper than any page a person wrote.</source>
        <translation>%1 вкладено глибше, ніж будь-яку сторінку, написану людиною.</translation>
    </message>
    <message>
        <source>%1 is nested deeper than any text a person wrote.</source>
        <translation>%1 вкладено глибше, ніж будь-який текст, написаний людиною.</translation>
    </message>
    <message>
        <source>%1 is no PDF.</source>
        <translation>%1 не є PDF.</translation>
    </message>
    <message>
        <source>%1 is no citation style that can be used.</source>
        <translation>%1 не є придатним стилем цитування.</translation>
    </message>
    <message>
        <source>%1 is no report of Verifier, and nothing in it answers this case.</source>
        <translation>%1 не є звітом Verifier, і ніщо в ньому не відповідає цій справі.</translation>
    </message>
    <message>
        <source>%1 is not a PDF.</source>
        <translation>%1 — не PDF.</translation>
    </message>
    <message>
        <source>%1 is not a REFI-QDA project, or a damaged one.</source>
        <translation>%1 — не проєкт REFI-QDA або пошкоджений проєкт.</translation>
    </message>
    <message>
        <source>%1 is not a Verifier case.</source>
        <translation>%1 — не справа Verifier.</translation>
    </message>
    <message>
        <source>%1 is not a Word file (.docx).</source>
        <translation>%1 не є файлом Word (.docx).</translation>
    </message>
    <message>
        <source>%1 is not a file, but a pipe or a device.</source>
        <translation>%1 — не файл, а канал або пристрій.</translation>
    </message>
    <message>
        <source>%1 is not a number that can be stored.</source>
        <translation>%1 — не число, яке можна зберегти.</translation>
    </message>
    <message>
        <source>%1 is not a text: it holds binary data.</source>
        <translation>%1 — не текст: у ньому двійкові дані.</translation>
    </message>
    <message>
        <source>%1 is not a whole PDF file: it is damaged or incomplete.</source>
        <translation>%1 — неповний файл PDF: його пошкоджено або обрізано.</translation>
    </message>
    <message>
        <source>%1 is not an address that Verifier understands.</source>
        <translation>%1 — не та адреса, яку розуміє Verifier.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 там немає.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON.</source>
        <translation>%1 — неправильний JSON.</translation>
    </message>
    <message>
        <source>%1 is not what stands at its place in the text.</source>
        <translation>%1 — не те, що стоїть на цьому місці тексту.</translation>
    </message>
    <message>
        <source>%1 is of an older version.</source>
        <translation>%1 записано старішою версією.</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 відкрито.</translation>
    </message>
    <message>
        <source>%1 is protected by a password, so a copy cannot be written.</source>
        <translation>%1 захищено паролем, тому копію не можна записати.</translation>
    </message>
    <message>
        <source>%1 is protected by a password.</source>
        <translation>%1 захищено паролем.</translation>
    </message>
    <message>
        <source>%1 is the edition of “%2” that is in the case.</source>
        <translation>%1 — та редакція «%2», що вже є у справі.</translation>
    </message>
    <message>
        <source>%1 is the open case itself.</source>
        <translation>%1 — сама відкрита справа.</translation>
    </message>
    <message>
        <source>%1 is too damaged to be copied with notes.</source>
        <translation>%1 надто пошкоджено, щоб скопіювати з нотатками.</translation>
    </message>
    <message>
        <source>%1 is too large for a list of references.</source>
        <translation>%1 завеликий для списку посилань.</translation>
    </message>
    <message>
        <source>%1 is yes or no, not “%2”.</source>
        <translation>%1 — це yes або no, а не «%2».</translation>
    </message>
    <message>
        <source>%1 lies outside the text.</source>
        <translation>%1 лежить поза текстом.</translation>
    </message>
    <message>
        <source>%1 pictures are in a format that only Word draws. Look at them there, or in a PDF.</source>
        <translation>%1 зображень — у форматі, який малює лише Word. Подивіться на них там або в PDF.</translation>
    </message>
    <message>
        <source>%1 reads as it did: its words, paragraphs and headings are the same.</source>
        <translation>%1 читається так само: слова, абзаци й заголовки ті самі.</translation>
    </message>
    <message>
        <source>%1 saw no text in the picture of page %2.</source>
        <translation>%1 не бачить тексту на зображенні сторінки %2.</translation>
    </message>
    <message>
        <source>%1 stands in an earlier edition only: “%2”.</source>
        <translation>%1 стоїть лише в попередній редакції: «%2».</translation>
    </message>
    <message>
        <source>%1 stands where Word knows no comment: %2.</source>
        <translation>%1 стоїть там, де Word не знає коментарів: %2.</translation>
    </message>
    <message>
        <source>%1 unpacks to far more than a Word document should hold.</source>
        <translation>%1 розпаковується у значно більше, ніж має містити документ Word.</translation>
    </message>
    <message>
        <source>%1 unpacks to more than a project of texts should hold.</source>
        <translation>%1 розпаковується у більше, ніж має містити проєкт із текстів.</translation>
    </message>
    <message>
        <source>%1 wants another name or password.</source>
        <translation>%1 вимагає іншого імені або пароля.</translation>
    </message>
    <message>
        <source>%1 was never finished.</source>
        <translation>%1 так і не було завершено.</translation>
    </message>
    <message>
        <source>%1 was not found: %2.</source>
        <translation>%1 не знайдено: %2.</translation>
    </message>
    <message>
        <source>%1 was not found: “%2”.</source>
        <translation>%1 не знайдено: «%2».</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Verifier.</source>
        <translation>%1 записано новішою версією Verifier.</translation>
    </message>
    <message>
        <source>%1 × %2 left out: only words can be claims.</source>
        <translation>%1 × %2 пропущено: твердженнями можуть бути лише слова.</translation>
    </message>
    <message>
        <source>%1: the wording differs; found “%2” for “%3”.</source>
        <translation>%1: слова відрізняються; знайдено «%2» замість «%3».</translation>
    </message>
    <message>
        <source>0 is none, 1 low, 2 normal, 3 high.</source>
        <translation>0 — немає, 1 — низький, 2 — звичайний, 3 — високий.</translation>
    </message>
    <message>
        <source>A %1 has no field %2 that can be edited.</source>
        <translation>%1 не має поля %2, яке можна редагувати.</translation>
    </message>
    <message>
        <source>A case needs a title.</source>
        <translation>Справі потрібна назва.</translation>
    </message>
    <message>
        <source>A case on a server is not one file.</source>
        <translation>Справа на сервері — це не один файл.</translation>
    </message>
    <message>
        <source>A chart or diagram is not shown: only Word draws it. Look at it there, or in a PDF.</source>
        <translation>Діаграму чи схему не показано: її малює лише Word. Подивіться на неї там або в PDF.</translation>
    </message>
    <message>
        <source>A claim becomes %1 by review.</source>
        <translation>Твердження стає «%1» через рецензію.</translation>
    </message>
    <message>
        <source>A claim has no relation to itself.</source>
        <translation>Твердження не пов’язане саме з собою.</translation>
    </message>
    <message>
        <source>A claim is merged with others.</source>
        <translation>Твердження об’єднують з іншими.</translation>
    </message>
    <message>
        <source>A claim needs a statement.</source>
        <translation>Твердженню потрібне формулювання.</translation>
    </message>
    <message>
        <source>A copy of %1 cannot be written for reading it (%2).</source>
        <translation>Не вдалося записати копію %1 для читання (%2).</translation>
    </message>
    <message>
        <source>A highlight stays in its edition of the document.</source>
        <translation>Виділення лишається у своїй редакції документа.</translation>
    </message>
    <message>
        <source>A house rule cannot be “%1”.</source>
        <translation>Правило справи не може бути «%1».</translation>
    </message>
    <message>
        <source>A house rule forbids this. %1</source>
        <translation>Правило справи це забороняє. %1</translation>
    </message>
    <message>
        <source>A hypothesis needs words.</source>
        <translation>Гіпотезі потрібні слова.</translation>
    </message>
    <message>
        <source>A passage is taken over by a later edition of its own document.</source>
        <translation>Уривок переймає пізніша редакція того самого документа.</translation>
    </message>
    <message>
        <source>A picture is in a format that only Word draws. Look at it there, or in a PDF.</source>
        <translation>Зображення — у форматі, який малює лише Word. Подивіться на нього там або в PDF.</translation>
    </message>
    <message>
        <source>A picture of %1 by %2 pixels is too large.</source>
        <translation>Зображення %1 на %2 пікселів завелике.</translation>
    </message>
    <message>
        <source>A report can be a PDF, Word (.docx), HTML, Markdown or text file.</source>
        <translation>Звіт може бути файлом PDF, Word (.docx), HTML, Markdown або текстовим.</translation>
    </message>
    <message>
        <source>A report has no part “%1”.</source>
        <translation>У звіті немає частини «%1».</translation>
    </message>
    <message>
        <source>A row of the matrix needs words.</source>
        <translation>Рядку матриці потрібні слова.</translation>
    </message>
    <message>
        <source>A source cannot belong to itself.</source>
        <translation>Джерело не може належати саме собі.</translation>
    </message>
    <message>
        <source>A source is merged with others.</source>
        <translation>Джерело об’єднують з іншими.</translation>
    </message>
    <message>
        <source>A source needs a title, a publisher, an author or a link.</source>
        <translation>Джерелу потрібна назва, видавець, автор або посилання.</translation>
    </message>
    <message>
        <source>Add Z for UTC, or +02:00.</source>
        <translation>Додайте Z для UTC або +02:00.</translation>
    </message>
    <message>
        <source>Add a passage in the other one instead.</source>
        <translation>Натомість додайте уривок в іншій редакції.</translation>
    </message>
    <message>
        <source>Add it as another passage of the claim instead.</source>
        <translation>Натомість додайте його як ще один уривок твердження.</translation>
    </message>
    <message>
        <source>Add that first, or leave it out.</source>
        <translation>Спершу додайте це або пропустіть.</translation>
    </message>
    <message>
        <source>Also called: %1.</source>
        <translation>Інші назви: %1.</translation>
    </message>
    <message>
        <source>An attribution needs the party that makes it.</source>
        <translation>Атрибуції потрібна сторона, яка її робить.</translation>
    </message>
    <message>
        <source>An expression cannot contain itself.</source>
        <translation>Вираз не може містити сам себе.</translation>
    </message>
    <message>
        <source>An incident needs a name.</source>
        <translation>Інциденту потрібна назва.</translation>
    </message>
    <message>
        <source>Answer it instead.</source>
        <translation>Натомість дайте відповідь на нього.</translation>
    </message>
    <message>
        <source>Ask for access to the file.</source>
        <translation>Попросіть доступ до файлу.</translation>
    </message>
    <message>
        <source>Ask for the format “original” to have it back with marks.</source>
        <translation>Оберіть формат «original», щоб отримати його назад із позначками.</translation>
    </message>
    <message>
        <source>Ask who runs the server for a backup.</source>
        <translation>Попросіть резервну копію в того, хто веде сервер.</translation>
    </message>
    <message>
        <source>Ask who runs the server for the right to it.</source>
        <translation>Попросіть права на це в того, хто веде сервер.</translation>
    </message>
    <message>
        <source>Asking for changes needs words.</source>
        <translation>Щоб просити про зміни, потрібні слова.</translation>
    </message>
    <message>
        <source>Beside %1 %2 with “%3”.</source>
        <translation>Поруч із %1 %2 з «%3».</translation>
    </message>
    <message>
        <source>C%1 is %2: it cannot become %3 from there.</source>
        <translation>C%1 має стан «%2»: звідти не може стати «%3».</translation>
    </message>
    <message>
        <source>C%1 is approved and locked.</source>
        <translation>C%1 схвалено й замкнено.</translation>
    </message>
    <message>
        <source>Capture it again.</source>
        <translation>Збережіть його знову.</translation>
    </message>
    <message>
        <source>Capture the page again.</source>
        <translation>Збережіть сторінку знову.</translation>
    </message>
    <message>
        <source>Change some words.</source>
        <translation>Змініть якісь слова.</translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation>Перевірте його.</translation>
    </message>
    <message>
        <source>Check that it is there and readable.</source>
        <translation>Перевірте, чи він там є і чи його можна прочитати.</translation>
    </message>
    <message>
        <source>Check that it works: tesseract --list-langs</source>
        <translation>Перевірте, чи працює: tesseract --list-langs</translation>
    </message>
    <message>
        <source>Check that you may open it.</source>
        <translation>Перевірте, чи ви можете його відкрити.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Перевірте, чи ви можете його читати.</translation>
    </message>
    <message>
        <source>Check that you may write to the file and its folder.</source>
        <translation>Перевірте, чи ви можете писати у файл і його теку.</translation>
    </message>
    <message>
        <source>Check the disk it is on, and try again.</source>
        <translation>Перевірте диск, на якому він лежить, і спробуйте знову.</translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <translation>Перевірте теку.</translation>
    </message>
    <message>
        <source>Check the id.</source>
        <translation>Перевірте ідентифікатор.</translation>
    </message>
    <message>
        <source>Check the link and the network, and try again.</source>
        <translation>Перевірте посилання й мережу та спробуйте ще раз.</translation>
    </message>
    <message>
        <source>Check the link in a browser.</source>
        <translation>Перевірте посилання в браузері.</translation>
    </message>
    <message>
        <source>Check the name, or create a new case.</source>
        <translation>Перевірте ім’я або створіть нову справу.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Перевірте ім’я.</translation>
    </message>
    <message>
        <source>Check the network and the address.</source>
        <translation>Перевірте мережу й адресу.</translation>
    </message>
    <message>
        <source>Check your rights to it.</source>
        <translation>Перевірте свої права на нього.</translation>
    </message>
    <message>
        <source>Choose a %1 scale.</source>
        <translation>Оберіть шкалу: %1.</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Оберіть теку, у яку ви можете писати.</translation>
    </message>
    <message>
        <source>Choose a place, or leave it.</source>
        <translation>Оберіть місце або лишіть як є.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Оберіть коротше ім’я.</translation>
    </message>
    <message>
        <source>Choose a verdict or give a reason.</source>
        <translation>Оберіть вердикт або наведіть підставу.</translation>
    </message>
    <message>
        <source>Choose among the claim&apos;s own.</source>
        <translation>Оберіть серед тих, що належать твердженню.</translation>
    </message>
    <message>
        <source>Choose an independent CSL 1.0 style with a bibliography, such as those of Zotero.</source>
        <translation>Виберіть незалежний стиль CSL 1.0 зі списком джерел, наприклад зі сховища Zotero.</translation>
    </message>
    <message>
        <source>Choose another claim.</source>
        <translation>Оберіть інше твердження.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Оберіть іншу теку.</translation>
    </message>
    <message>
        <source>Choose another name or place.</source>
        <translation>Оберіть інше ім’я або місце.</translation>
    </message>
    <message>
        <source>Choose another name, or open it.</source>
        <translation>Оберіть інше ім’я або відкрийте її.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Оберіть інше ім’я.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Виберіть інший.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Оберіть інше місце.</translation>
    </message>
    <message>
        <source>Choose another publisher or person.</source>
        <translation>Оберіть іншого видавця чи особу.</translation>
    </message>
    <message>
        <source>Choose at least one other claim.</source>
        <translation>Оберіть щонайменше ще одне твердження.</translation>
    </message>
    <message>
        <source>Choose at least one other source.</source>
        <translation>Оберіть щонайменше ще одне джерело.</translation>
    </message>
    <message>
        <source>Choose one of its documents.</source>
        <translation>Оберіть один з її документів.</translation>
    </message>
    <message>
        <source>Choose one of the case&apos;s documents.</source>
        <translation>Оберіть один із документів справи.</translation>
    </message>
    <message>
        <source>Choose one that is.</source>
        <translation>Виберіть такий файл.</translation>
    </message>
    <message>
        <source>Choose the Word file that was exported from this case and came back.</source>
        <translation>Виберіть файл Word, який було експортовано з цієї справи і який повернувся.</translation>
    </message>
    <message>
        <source>Choose the document itself.</source>
        <translation>Оберіть сам документ.</translation>
    </message>
    <message>
        <source>Choose the files in it.</source>
        <translation>Оберіть файли в ній.</translation>
    </message>
    <message>
        <source>Claims do not share one statement.</source>
        <translation>Твердження не мають спільного формулювання.</translation>
    </message>
    <message>
        <source>Close it everywhere, then go back.</source>
        <translation>Закрийте її всюди, тоді поверніться.</translation>
    </message>
    <message>
        <source>Close it first, or choose another name.</source>
        <translation>Спершу закрийте її або оберіть інше ім’я.</translation>
    </message>
    <message>
        <source>Close it there, or choose another name or place.</source>
        <translation>Закрийте його там або оберіть інше ім’я чи місце.</translation>
    </message>
    <message>
        <source>Copy the table&apos;s text instead.</source>
        <translation>Натомість скопіюйте текст таблиці.</translation>
    </message>
    <message>
        <source>Create a case first.</source>
        <translation>Спершу створіть справу.</translation>
    </message>
    <message>
        <source>Create one there first.</source>
        <translation>Спершу створіть її там.</translation>
    </message>
    <message>
        <source>Create the case again, or open a backup.</source>
        <translation>Створіть справу знову або відкрийте резервну копію.</translation>
    </message>
    <message>
        <source>Cut out the part with the words, and put it into the locker as well.</source>
        <translation>Виріжте частину зі словами й також покладіть її до сховища.</translation>
    </message>
    <message>
        <source>Drawing it was given up after %1 seconds.</source>
        <translation>Малювання припинено через %1 секунд.</translation>
    </message>
    <message>
        <source>Edition %1 says “%2” instead of “%3”.</source>
        <translation>У редакції %1 стоїть «%2» замість «%3».</translation>
    </message>
    <message>
        <source>Event %1 does not start from what was there.</source>
        <translation>Подія %1 починається не з того, що було.</translation>
    </message>
    <message>
        <source>Event %1 of the audit trail does not follow from the one before.</source>
        <translation>Подія %1 журналу не продовжує попередню.</translation>
    </message>
    <message>
        <source>Event %1 of the audit trail is missing.</source>
        <translation>Події %1 в журналі немає.</translation>
    </message>
    <message>
        <source>Event %1 of the audit trail was changed after it was written.</source>
        <translation>Подію %1 журналу змінено після запису.</translation>
    </message>
    <message>
        <source>Every page of %1 has text.</source>
        <translation>На кожній сторінці %1 є текст.</translation>
    </message>
    <message>
        <source>Export it again as CSL JSON.</source>
        <translation>Експортуйте знову як CSL JSON.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Експортуйте знову.</translation>
    </message>
    <message>
        <source>Export the project again as QDPX from the tool it comes from.</source>
        <translation>Експортуйте проєкт знову як QDPX з інструмента, у якому його зроблено.</translation>
    </message>
    <message>
        <source>Export the report or the HTML page: they show its text with every claim marked.</source>
        <translation>Експортуйте звіт або сторінку HTML: вони показують його текст з усіма позначеними твердженнями.</translation>
    </message>
    <message>
        <source>Export the texts alone, without sound and video.</source>
        <translation>Експортуйте лише тексти, без звуку й відео.</translation>
    </message>
    <message>
        <source>Export to Word and save from there.</source>
        <translation>Експортуйте у Word і збережіть звідти.</translation>
    </message>
    <message>
        <source>File &gt; Open a case on a server asks for them.</source>
        <translation>Про них питає «Файл &gt; Відкрити справу на сервері».</translation>
    </message>
    <message>
        <source>Fill in one of them.</source>
        <translation>Заповніть одне з них.</translation>
    </message>
    <message>
        <source>Free space or rights there; the case itself is not affected.</source>
        <translation>Звільніть там місце або отримайте права; самої справи це не зачепило.</translation>
    </message>
    <message>
        <source>Get the file again, or print it to a new PDF from a program that opens it.</source>
        <translation>Отримайте файл знову або надрукуйте його в новий PDF із програми, яка його відкриває.</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>Отримайте файл знову.</translation>
    </message>
    <message>
        <source>Get the file again: it has no content at all.</source>
        <translation>Отримайте файл знову: у ньому немає жодного вмісту.</translation>
    </message>
    <message>
        <source>Give a number.</source>
        <translation>Введіть число.</translation>
    </message>
    <message>
        <source>Give an id: %1.</source>
        <translation>Вкажіть ідентифікатор: %1.</translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation>Дайте їй назву.</translation>
    </message>
    <message>
        <source>Give its id, its number or its file name as “info” lists them.</source>
        <translation>Наведіть його ідентифікатор, номер або ім’я файлу, як їх показує «info».</translation>
    </message>
    <message>
        <source>Give its title or file name.</source>
        <translation>Вкажіть заголовок або назву файлу.</translation>
    </message>
    <message>
        <source>Give one such as en, uk, pt-BR or zh-Hant.</source>
        <translation>Наведіть, наприклад, en, uk, pt-BR або zh-Hant.</translation>
    </message>
    <message>
        <source>Give one with https://.</source>
        <translation>Дайте адресу з https://.</translation>
    </message>
    <message>
        <source>Have it brought up to date.</source>
        <translation>Дозвольте оновити справу.</translation>
    </message>
    <message>
        <source>Here %1 rests on this item.</source>
        <translation>Тут %1 спирається на цей предмет.</translation>
    </message>
    <message>
        <source>Import a copy without the password.</source>
        <translation>Імпортуйте копію без пароля.</translation>
    </message>
    <message>
        <source>Import one first.</source>
        <translation>Спершу імпортуйте документ.</translation>
    </message>
    <message>
        <source>Install LibreOffice, or export to Word and save from there.</source>
        <translation>Встановіть LibreOffice або експортуйте у Word і збережіть звідти.</translation>
    </message>
    <message>
        <source>Install Verifier with its extra “server”.</source>
        <translation>Встановіть Verifier із доповненням «server».</translation>
    </message>
    <message>
        <source>Install it with: brew install tesseract tesseract-lang.</source>
        <translation>Встановіть так: brew install tesseract tesseract-lang.</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install tesseract-ocr (and a package such as tesseract-ocr-ukr for each further language).</source>
        <translation>Встановіть так: sudo apt install tesseract-ocr (і пакунок на зразок tesseract-ocr-ukr для кожної іншої мови).</translation>
    </message>
    <message>
        <source>Install it with: winget install UB-Mannheim.TesseractOCR.</source>
        <translation>Встановіть так: winget install UB-Mannheim.TesseractOCR.</translation>
    </message>
    <message>
        <source>Installed are: %1.</source>
        <translation>Встановлено: %1.</translation>
    </message>
    <message>
        <source>It can be RIS, BibTeX, CSL JSON, or text with a DOI or a link in each line.</source>
        <translation>Це може бути RIS, BibTeX, CSL JSON або текст із DOI чи посиланням у кожному рядку.</translation>
    </message>
    <message>
        <source>It can from %1.</source>
        <translation>Звідти можна: %1.</translation>
    </message>
    <message>
        <source>It has one page.</source>
        <translation>Воно має одну сторінку.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Є такі: %1.</translation>
    </message>
    <message>
        <source>It is a link: open its address, or attach a file.</source>
        <translation>Це посилання: відкрийте його адресу або додайте файл.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>Його пошкоджено.</translation>
    </message>
    <message>
        <source>It is not said which document.</source>
        <translation>Не сказано, який документ.</translation>
    </message>
    <message>
        <source>It is one of %1.</source>
        <translation>Можливо: %1.</translation>
    </message>
    <message>
        <source>It may be damaged or made to harm. Save the part you check as a file of its own.</source>
        <translation>Він може бути пошкоджений або шкідливий. Збережіть потрібну частину окремим файлом.</translation>
    </message>
    <message>
        <source>It may be damaged or made to harm; get it again.</source>
        <translation>Можливо, його пошкоджено або зроблено, щоб нашкодити; здобудьте його знову.</translation>
    </message>
    <message>
        <source>It may be damaged; get it again.</source>
        <translation>Він може бути пошкоджений; отримайте його знову.</translation>
    </message>
    <message>
        <source>It may be made to harm. Ask where it comes from.</source>
        <translation>Він може бути шкідливий. Спитайте, звідки він.</translation>
    </message>
    <message>
        <source>It may have been withdrawn.</source>
        <translation>Можливо, його відкликано.</translation>
    </message>
    <message>
        <source>It speaks %1.</source>
        <translation>Є такі: %1.</translation>
    </message>
    <message>
        <source>It was left as it is; “verify” lists them.</source>
        <translation>Його лишено як є; «verify» показує такі рядки.</translation>
    </message>
    <message>
        <source>Its codes are: %1.</source>
        <translation>Її коди: %1.</translation>
    </message>
    <message>
        <source>Its last page is %1.</source>
        <translation>Остання сторінка — %1.</translation>
    </message>
    <message>
        <source>Its parts are: %1.</source>
        <translation>Його частини: %1.</translation>
    </message>
    <message>
        <source>Its text can be selected all the same, where it has some.</source>
        <translation>Її текст усе одно можна виділяти, якщо він є.</translation>
    </message>
    <message>
        <source>Its text is not read: put in the file again, or go back to it.</source>
        <translation>Його текст не читається: покладіть файл знову або поверніться до нього.</translation>
    </message>
    <message>
        <source>Known are: %1.</source>
        <translation>Відомі: %1.</translation>
    </message>
    <message>
        <source>Known scales are: %1.</source>
        <translation>Відомі шкали: %1.</translation>
    </message>
    <message>
        <source>Leave that page out.</source>
        <translation>Пропустіть цю сторінку.</translation>
    </message>
    <message>
        <source>Let an editor reopen it.</source>
        <translation>Нехай редактор відкриє твердження знову.</translation>
    </message>
    <message>
        <source>Let another owner do it.</source>
        <translation>Нехай це зробить інший власник.</translation>
    </message>
    <message>
        <source>LibreOffice could not convert “%1”.</source>
        <translation>LibreOffice не зміг перетворити «%1».</translation>
    </message>
    <message>
        <source>LibreOffice could not lay the report out: its page numbers are estimates.</source>
        <translation>LibreOffice не змогла зверстати звіт: номери його сторінок приблизні.</translation>
    </message>
    <message>
        <source>LibreOffice did not finish in time and was stopped.</source>
        <translation>LibreOffice не впорався вчасно, його зупинено.</translation>
    </message>
    <message>
        <source>LibreOffice is not installed, and only it can make this file.</source>
        <translation>LibreOffice не встановлено, а лише він може зробити цей файл.</translation>
    </message>
    <message>
        <source>Look at it again, then redo it.</source>
        <translation>Погляньте ще раз і тоді повторіть.</translation>
    </message>
    <message>
        <source>Look at it, then export again or choose another name.</source>
        <translation>Погляньте на нього, тоді експортуйте знову або виберіть іншу назву.</translation>
    </message>
    <message>
        <source>Look at its history, and change it by hand.</source>
        <translation>Погляньте на історію і змініть вручну.</translation>
    </message>
    <message>
        <source>Look at that; nothing was added.</source>
        <translation>Погляньте на це; нічого не додано.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Погляньте на список ще раз.</translation>
    </message>
    <message>
        <source>Look at the list.</source>
        <translation>Погляньте на список.</translation>
    </message>
    <message>
        <source>Look at the new edition.</source>
        <translation>Погляньте на нову редакцію.</translation>
    </message>
    <message>
        <source>Look at the removed ones.</source>
        <translation>Перегляньте вилучені.</translation>
    </message>
    <message>
        <source>Look at the withdrawn ones.</source>
        <translation>Погляньте на відкликані.</translation>
    </message>
    <message>
        <source>Look at what is there.</source>
        <translation>Погляньте, що там є.</translation>
    </message>
    <message>
        <source>Look for fewer words: at most %1 characters.</source>
        <translation>Шукайте менше слів: щонайбільше %1 символів.</translation>
    </message>
    <message>
        <source>Make room in the folder for temporary files, then try again.</source>
        <translation>Звільніть місце в теці для тимчасових файлів і спробуйте знову.</translation>
    </message>
    <message>
        <source>Make room there, or choose another place.</source>
        <translation>Звільніть там місце або оберіть інше.</translation>
    </message>
    <message>
        <source>Make room, or choose another place.</source>
        <translation>Звільніть місце або оберіть інше.</translation>
    </message>
    <message>
        <source>Make room, then do it again. What was saved before is safe.</source>
        <translation>Звільніть місце й зробіть це знову. Збережене раніше в безпеці.</translation>
    </message>
    <message>
        <source>Make the folder, or choose another place.</source>
        <translation>Створіть теку або оберіть інше місце.</translation>
    </message>
    <message>
        <source>Mend its port.</source>
        <translation>Виправте її порт.</translation>
    </message>
    <message>
        <source>Mend that entry.</source>
        <translation>Виправте цей запис.</translation>
    </message>
    <message>
        <source>Mend that first; the rules stand in the case&apos;s settings.</source>
        <translation>Спершу виправте це; правила стоять у налаштуваннях справи.</translation>
    </message>
    <message>
        <source>Mend that line.</source>
        <translation>Виправте цей рядок.</translation>
    </message>
    <message>
        <source>Mend the file or move it away.</source>
        <translation>Виправте файл або приберіть його.</translation>
    </message>
    <message>
        <source>Mend the file.</source>
        <translation>Виправте файл.</translation>
    </message>
    <message>
        <source>Merge it with the right source, or move what belongs to it first.</source>
        <translation>Об’єднайте його з правильним джерелом або спершу перенесіть те, що до нього належить.</translation>
    </message>
    <message>
        <source>Merge them instead.</source>
        <translation>Натомість об’єднайте їх.</translation>
    </message>
    <message>
        <source>Name a file that ends in .csl, or one of: %1.</source>
        <translation>Назвіть файл із закінченням .csl або один із: %1.</translation>
    </message>
    <message>
        <source>Name some of them.</source>
        <translation>Назвіть деякі з них.</translation>
    </message>
    <message>
        <source>Name the case file in it; it ends in .vcase.</source>
        <translation>Назвіть файл справи в ній; він закінчується на .vcase.</translation>
    </message>
    <message>
        <source>Name the pages that are to be read anew.</source>
        <translation>Назвіть сторінки, які треба прочитати заново.</translation>
    </message>
    <message>
        <source>No item of the locker goes by “%1”.</source>
        <translation>У сховищі немає нічого під назвою «%1».</translation>
    </message>
    <message>
        <source>Nothing is different in what is proposed.</source>
        <translation>У пропозиції нічого не відрізняється.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Нічого не додано.</translation>
    </message>
    <message>
        <source>Nothing was added. Have the case verified: its file may be damaged.</source>
        <translation>Нічого не додано. Перевірте справу: її файл може бути пошкоджено.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Нічого не змінено.</translation>
    </message>
    <message>
        <source>One citation has no grade.</source>
        <translation>Одне цитування не має оцінки.</translation>
    </message>
    <message>
        <source>One of these was merged already.</source>
        <translation>Одне з них уже об’єднано.</translation>
    </message>
    <message>
        <source>Only pages of a PDF are read by their pictures.</source>
        <translation>За зображенням читаються лише сторінки PDF.</translation>
    </message>
    <message>
        <source>Only these are read by what they look like.</source>
        <translation>Лише їх можна прочитати за виглядом.</translation>
    </message>
    <message>
        <source>Open a backup or a restore point of it.</source>
        <translation>Відкрийте резервну копію або точку відновлення.</translation>
    </message>
    <message>
        <source>Open a file that ends in .vcase, or import this one into a case as a document.</source>
        <translation>Відкрийте файл, що закінчується на .vcase, або імпортуйте цей у справу як документ.</translation>
    </message>
    <message>
        <source>Open it again, or choose another one.</source>
        <translation>Відкрийте її знову або оберіть іншу.</translation>
    </message>
    <message>
        <source>Open it in Word or LibreOffice and save it as .docx.</source>
        <translation>Відкрийте його у Word або LibreOffice і збережіть як .docx.</translation>
    </message>
    <message>
        <source>Open it in Word, which may repair it, save it again, or get the file again.</source>
        <translation>Відкрийте його у Word, який може його відновити, і збережіть знову або отримайте файл ще раз.</translation>
    </message>
    <message>
        <source>Open it in a PDF viewer with the password and save a copy without it.</source>
        <translation>Відкрийте його з паролем у переглядачі PDF і збережіть копію без пароля.</translation>
    </message>
    <message>
        <source>Open it with the password and save a copy without it.</source>
        <translation>Відкрийте його з паролем і збережіть копію без пароля.</translation>
    </message>
    <message>
        <source>Open its link, or add the page or the file itself to the locker.</source>
        <translation>Відкрийте його посилання або додайте до сховища сторінку чи сам файл.</translation>
    </message>
    <message>
        <source>Open that case to take it back.</source>
        <translation>Відкрийте ту справу, щоб узяти його назад.</translation>
    </message>
    <message>
        <source>Page %1 holds text that nobody sees on it: it is drawn in the colour of the paper, invisible, very small or under a box. Compare quotes with the picture.</source>
        <translation>На сторінці %1 є текст, якого на ній ніхто не бачить: він кольору паперу, невидимий, надто дрібний або під прямокутником. Звіряйте цитати із зображенням.</translation>
    </message>
    <message>
        <source>Page %1 is a picture without text, as a scanner makes it: nothing on it can be selected or found.</source>
        <translation>Сторінка %1 — зображення без тексту, як його робить сканер: на ній нічого не можна виділити чи знайти.</translation>
    </message>
    <message>
        <source>Page %1 is damaged and shows nothing.</source>
        <translation>Сторінку %1 пошкоджено, вона нічого не показує.</translation>
    </message>
    <message>
        <source>Page %1 of %2 cannot be read.</source>
        <translation>Сторінку %1 у %2 не вдається прочитати.</translation>
    </message>
    <message>
        <source>Page %1 of %2 draws too much to look for tables.</source>
        <translation>Сторінка %1 у %2 малює забагато, щоб шукати таблиці.</translation>
    </message>
    <message>
        <source>Page %1 of the text %2 does not fit in.</source>
        <translation>Сторінка %1 тексту %2 не сходиться.</translation>
    </message>
    <message>
        <source>Pages of %1 were read from their pictures, which would be lost.</source>
        <translation>Сторінки %1 прочитано з їхніх зображень, і це було б утрачено.</translation>
    </message>
    <message>
        <source>Parts of the document are files of their own that it has taken in, and are not read. Open it in Word, save it there, and import it again.</source>
        <translation>Частини документа — окремі файли, які він долучає, і їх не прочитано. Відкрийте його у Word, збережіть там і імпортуйте знову.</translation>
    </message>
    <message>
        <source>Print it to a PDF and check that.</source>
        <translation>Надрукуйте його в PDF і перевіряйте той.</translation>
    </message>
    <message>
        <source>Print it to a PDF, or save a sheet as text.</source>
        <translation>Надрукуйте в PDF або збережіть аркуш як текст.</translation>
    </message>
    <message>
        <source>Print it to a PDF.</source>
        <translation>Надрукуйте його в PDF.</translation>
    </message>
    <message>
        <source>Print it to a new PDF and import that.</source>
        <translation>Надрукуйте його в новий PDF та імпортуйте той.</translation>
    </message>
    <message>
        <source>Put it beside the annotations and name it from there.</source>
        <translation>Покладіть його поруч з анотаціями й назвіть звідти.</translation>
    </message>
    <message>
        <source>Put it beside the annotations.</source>
        <translation>Покладіть його поруч з анотаціями.</translation>
    </message>
    <message>
        <source>Read it again.</source>
        <translation>Прочитайте його знову.</translation>
    </message>
    <message>
        <source>Read the text of scanned pages anew instead.</source>
        <translation>Натомість прочитайте текст сканованих сторінок наново.</translation>
    </message>
    <message>
        <source>Reading %1 failed: the reader stopped unexpectedly or ran out of memory.</source>
        <translation>Читання %1 не вдалося: читач несподівано зупинився або йому забракло пам’яті.</translation>
    </message>
    <message>
        <source>Reading %1 takes more than %2 MB of memory.</source>
        <translation>Читання %1 потребує більше ніж %2 МБ пам’яті.</translation>
    </message>
    <message>
        <source>Reading %1 was stopped: %2.</source>
        <translation>Читання %1 зупинено: %2.</translation>
    </message>
    <message>
        <source>Reading text in scanned pages needs the program Tesseract, which is not installed.</source>
        <translation>Щоб читати текст на відсканованих сторінках, потрібна програма Tesseract, а її не встановлено.</translation>
    </message>
    <message>
        <source>Remove that one first.</source>
        <translation>Спершу вилучіть той.</translation>
    </message>
    <message>
        <source>Restore points lie beside the case: its folder must be writable.</source>
        <translation>Точки відновлення лежать поруч зі справою: її тека має бути доступна для запису.</translation>
    </message>
    <message>
        <source>Reword it, or mark the thread as settled.</source>
        <translation>Сформулюйте його інакше або позначте обговорення вирішеним.</translation>
    </message>
    <message>
        <source>Row %1 of %2 belongs to something missing in %3.</source>
        <translation>Рядок %1 таблиці %2 належить до того, чого немає в %3.</translation>
    </message>
    <message>
        <source>Save a copy without it.</source>
        <translation>Збережіть копію без нього.</translation>
    </message>
    <message>
        <source>Save it again.</source>
        <translation>Збережіть його знову.</translation>
    </message>
    <message>
        <source>Save it as .docx in a word processor.</source>
        <translation>Збережіть його як .docx у текстовому редакторі.</translation>
    </message>
    <message>
        <source>Save it as .docx or print it to a PDF.</source>
        <translation>Збережіть його як .docx або надрукуйте в PDF.</translation>
    </message>
    <message>
        <source>Save it in Word as a .docx document, or leave the setting empty.</source>
        <translation>Збережіть його у Word як документ .docx або лишіть налаштування порожнім.</translation>
    </message>
    <message>
        <source>Save it in a browser, and add the file.</source>
        <translation>Збережіть це в браузері й додайте файл.</translation>
    </message>
    <message>
        <source>Save it to a file, then take that.</source>
        <translation>Збережіть у файл і візьміть той.</translation>
    </message>
    <message>
        <source>Save that page in a browser instead.</source>
        <translation>Збережіть ту сторінку в браузері.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Збережіть файл як UTF-8.</translation>
    </message>
    <message>
        <source>Save the page again.</source>
        <translation>Збережіть сторінку знову.</translation>
    </message>
    <message>
        <source>Save the pages you check as a file of their own.</source>
        <translation>Збережіть сторінки, які перевіряєте, окремим файлом.</translation>
    </message>
    <message>
        <source>Say what is to change.</source>
        <translation>Скажіть, що слід змінити.</translation>
    </message>
    <message>
        <source>Say who says so.</source>
        <translation>Скажіть, хто це стверджує.</translation>
    </message>
    <message>
        <source>Select the words themselves.</source>
        <translation>Виділіть самі слова.</translation>
    </message>
    <message>
        <source>Several items of the locker go by “%1”.</source>
        <translation>У сховищі кілька доказів під назвою «%1».</translation>
    </message>
    <message>
        <source>Some text of page %1 cannot be decoded or is not readable in the file. Compare quotes with the picture.</source>
        <translation>Частину тексту сторінки %1 не вдається розкодувати або прочитати у файлі. Звіряйте цитати із зображенням.</translation>
    </message>
    <message>
        <source>Somebody changed the same thing a moment ago.</source>
        <translation>Хтось мить тому змінив те саме.</translation>
    </message>
    <message>
        <source>Somebody may have removed it; the history says who.</source>
        <translation>Можливо, хтось його вилучив; історія скаже, хто.</translation>
    </message>
    <message>
        <source>Somebody may have withdrawn it; the history says who.</source>
        <translation>Можливо, хтось це відкликав; історія скаже, хто.</translation>
    </message>
    <message>
        <source>Somebody read the text of “%1” a moment ago.</source>
        <translation>Хтось щойно прочитав текст «%1».</translation>
    </message>
    <message>
        <source>Split it up.</source>
        <translation>Розділіть його.</translation>
    </message>
    <message>
        <source>Split it, or save the part you check as a file of its own.</source>
        <translation>Розділіть його або збережіть потрібну частину окремим файлом.</translation>
    </message>
    <message>
        <source>Submit it, or decide on it as an editor.</source>
        <translation>Подайте його або ухваліть рішення як редактор.</translation>
    </message>
    <message>
        <source>Take it away there first.</source>
        <translation>Спершу приберіть його там.</translation>
    </message>
    <message>
        <source>Take it from a backup of the case.</source>
        <translation>Візьміть його з резервної копії справи.</translation>
    </message>
    <message>
        <source>Take out the invisible character (NUL, or half of a pair) and try again.</source>
        <translation>Вилучіть невидимий символ (NUL або половину пари) і спробуйте знову.</translation>
    </message>
    <message>
        <source>Take the passage away there first.</source>
        <translation>Спершу приберіть там уривок.</translation>
    </message>
    <message>
        <source>Take the quote away there first.</source>
        <translation>Спершу приберіть там цитату.</translation>
    </message>
    <message>
        <source>Take what is right over by hand, then reject the proposal.</source>
        <translation>Правильне перенесіть вручну, тоді відхиліть пропозицію.</translation>
    </message>
    <message>
        <source>Tesseract could not read a page (%1).</source>
        <translation>Tesseract не зміг прочитати сторінку (%1).</translation>
    </message>
    <message>
        <source>Tesseract has no data to read %1.</source>
        <translation>Tesseract не має даних, щоб читати %1.</translation>
    </message>
    <message>
        <source>Tesseract was stopped: one page took more than %1 seconds.</source>
        <translation>Tesseract зупинено: одна сторінка тривала понад %1 с.</translation>
    </message>
    <message>
        <source>Text read by %1, %2 % sure.</source>
        <translation>Текст прочитано: %1, певність %2 %.</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>Цей диск лише для читання.</translation>
    </message>
    <message>
        <source>The addresses are relative, because no page was named; search engines want an absolute one.</source>
        <translation>Адреси відносні, бо сторінку не названо; пошукові системи хочуть абсолютну.</translation>
    </message>
    <message>
        <source>The annotations are nested too deeply.</source>
        <translation>Анотації вкладено надто глибоко.</translation>
    </message>
    <message>
        <source>The annotations are not UTF-8 text (byte %1).</source>
        <translation>Анотації — не текст UTF-8 (байт %1).</translation>
    </message>
    <message>
        <source>The annotations are not valid JSON: line %1, column %2: %3.</source>
        <translation>Анотації — неправильний JSON: рядок %1, стовпець %2: %3.</translation>
    </message>
    <message>
        <source>The archive names %1 as its page, but does not hold it.</source>
        <translation>Архів називає своєю сторінкою %1, але не містить її.</translation>
    </message>
    <message>
        <source>The capture took too long.</source>
        <translation>Фіксування тривало надто довго.</translation>
    </message>
    <message>
        <source>The case has claims of that statement and date; only new ratings were taken for them: %1%2.</source>
        <translation>У справі вже є твердження з цим формулюванням і датою; для них узято лише нові оцінки: %1%2.</translation>
    </message>
    <message>
        <source>The case holds %1 documents.</source>
        <translation>Документів у справі: %1.</translation>
    </message>
    <message>
        <source>The case is as it was.</source>
        <translation>Справа така, якою була.</translation>
    </message>
    <message>
        <source>The case is not there.</source>
        <translation>Справи немає.</translation>
    </message>
    <message>
        <source>The citation style “%1” cannot be followed (%2).</source>
        <translation>За стилем цитування «%1» неможливо працювати (%2).</translation>
    </message>
    <message>
        <source>The comment is empty.</source>
        <translation>Коментар порожній.</translation>
    </message>
    <message>
        <source>The comment with the rating was marked as resolved in Word.</source>
        <translation>Коментар з оцінкою позначено у Word як розв’язаний.</translation>
    </message>
    <message>
        <source>The database reports: %1.</source>
        <translation>База даних повідомляє: %1.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Диск заповнений.</translation>
    </message>
    <message>
        <source>The document has no beginning.</source>
        <translation>Документ не має початку.</translation>
    </message>
    <message>
        <source>The document holds no text: it may consist of pictures only.</source>
        <translation>У документі немає тексту: можливо, він складається лише із зображень.</translation>
    </message>
    <message>
        <source>The document is not in the case.</source>
        <translation>Документа немає у справі.</translation>
    </message>
    <message>
        <source>The evidence file %1 cannot be read (%2).</source>
        <translation>Файл доказу %1 не вдається прочитати (%2).</translation>
    </message>
    <message>
        <source>The evidence file “%1” is not below the annotations&apos; folder.</source>
        <translation>Файл доказу «%1» лежить поза текою анотацій.</translation>
    </message>
    <message>
        <source>The expression cannot be read: %1.</source>
        <translation>Вираз не вдається зрозуміти: %1.</translation>
    </message>
    <message>
        <source>The expression is too large.</source>
        <translation>Вираз завеликий.</translation>
    </message>
    <message>
        <source>The expression takes too long. Make it simpler.</source>
        <translation>Вираз виконується надто довго. Спростіть його.</translation>
    </message>
    <message>
        <source>The file is damaged. It was repaired for reading; parts of it may be missing.</source>
        <translation>Файл пошкоджено. Для читання його відновлено; частин може бракувати.</translation>
    </message>
    <message>
        <source>The file is signed; in a copy with notes the signature is broken.</source>
        <translation>Файл підписано; у копії з нотатками підпис недійсний.</translation>
    </message>
    <message>
        <source>The file is what was put in again.</source>
        <translation>Файл знову такий, яким його покладено.</translation>
    </message>
    <message>
        <source>The file may be damaged. Print it to a new PDF from a program that opens it.</source>
        <translation>Можливо, файл пошкоджено. Надрукуйте його в новий PDF із програми, яка його відкриває.</translation>
    </message>
    <message>
        <source>The file may be damaged. Save the part you check as a file of its own.</source>
        <translation>Можливо, файл пошкоджено. Збережіть потрібну частину окремим файлом.</translation>
    </message>
    <message>
        <source>The file of “%1” is missing from the case.</source>
        <translation>Файлу «%1» у справі немає.</translation>
    </message>
    <message>
        <source>The file of “%1” was changed: it is not what was put into the case.</source>
        <translation>Файл «%1» змінено: він не такий, яким його покладено у справу.</translation>
    </message>
    <message>
        <source>The file says that it is %1, but it is UTF-8 and was read so.</source>
        <translation>У файлі вказано кодування %1, але це UTF-8, і його прочитано так.</translation>
    </message>
    <message>
        <source>The folder is not there.</source>
        <translation>Теки немає.</translation>
    </message>
    <message>
        <source>The highest confidence is given, but no archived primary source is cited.</source>
        <translation>Надано найвищу впевненість, але не процитовано жодного архівованого першоджерела.</translation>
    </message>
    <message>
        <source>The lines of page %1 were put in reading order by their places.</source>
        <translation>Рядки сторінки %1 впорядковано для читання за їхнім розташуванням.</translation>
    </message>
    <message>
        <source>The link leads from one address to the next without end.</source>
        <translation>Посилання без кінця веде з адреси на адресу.</translation>
    </message>
    <message>
        <source>The message has no text of its own.</source>
        <translation>Повідомлення не має власного тексту.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Ім’я задовге.</translation>
    </message>
    <message>
        <source>The original file %1 is missing.</source>
        <translation>Оригінального файлу %1 немає.</translation>
    </message>
    <message>
        <source>The original file %1 was changed.</source>
        <translation>Оригінальний файл %1 змінено.</translation>
    </message>
    <message>
        <source>The original file is missing from the case.</source>
        <translation>Оригінального файлу у справі немає.</translation>
    </message>
    <message>
        <source>The page consists of frames: its words are in files of their own, which were not saved in it. Import those.</source>
        <translation>Сторінка складається з фреймів: її слова — в окремих файлах, які разом із нею не збережено. Імпортуйте їх.</translation>
    </message>
    <message>
        <source>The page may be damaged. Copy the table&apos;s text instead.</source>
        <translation>Можливо, сторінку пошкоджено. Натомість скопіюйте текст таблиці.</translation>
    </message>
    <message>
        <source>The page shows no text of its own: it may be filled in by a script.</source>
        <translation>Сторінка не показує власного тексту: можливо, його вписує скрипт.</translation>
    </message>
    <message>
        <source>The page&apos;s style sheets hide most of its words, until a script shows them: all were read.</source>
        <translation>Таблиці стилів сторінки приховують більшість її слів, доки їх не покаже сценарій: прочитано все.</translation>
    </message>
    <message>
        <source>The quote “%1” (%2) is not in its evidence.</source>
        <translation>Цитати «%1» (%2) немає в її доказі.</translation>
    </message>
    <message>
        <source>The quote “%1” was not located in its evidence.</source>
        <translation>Цитату «%1» не знайдено в її доказі.</translation>
    </message>
    <message>
        <source>The rating has no reason.</source>
        <translation>Оцінка не має підстави.</translation>
    </message>
    <message>
        <source>The rating was given before the passage changed.</source>
        <translation>Оцінку надано до того, як змінився уривок.</translation>
    </message>
    <message>
        <source>The region on page %1 is one of edition %2 now.</source>
        <translation>Ділянка на сторінці %1 тепер належить версії %2.</translation>
    </message>
    <message>
        <source>The report does not speak “%1”.</source>
        <translation>Звіту мовою «%1» немає.</translation>
    </message>
    <message>
        <source>The report has no file name.</source>
        <translation>Звіт не має імені файлу.</translation>
    </message>
    <message>
        <source>The rules: %1.</source>
        <translation>Правила: %1.</translation>
    </message>
    <message>
        <source>The same file is in this case again, as “%1”.</source>
        <translation>Цей самий файл знову є в цій справі, як «%1».</translation>
    </message>
    <message>
        <source>The scale file %1 cannot be used: %2.</source>
        <translation>Файл шкали %1 не можна використати: %2.</translation>
    </message>
    <message>
        <source>The settings cannot be written to %1 (%2).</source>
        <translation>Налаштування не вдається записати в %1 (%2).</translation>
    </message>
    <message>
        <source>The settings in %1 are not readable and were left alone; the usual ones hold.</source>
        <translation>Налаштування в %1 не вдалося зрозуміти, їх не зачеплено; діють звичайні.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read (%2).</source>
        <translation>Налаштування в %1 не вдається прочитати (%2).</translation>
    </message>
    <message>
        <source>The settings were not readable and were set aside as %1; the usual ones hold.</source>
        <translation>Налаштування не вдалося зрозуміти, їх відкладено як %1; діють звичайні.</translation>
    </message>
    <message>
        <source>The system refused it.</source>
        <translation>Система відмовила.</translation>
    </message>
    <message>
        <source>The tables of page %1 of %2 cannot be read.</source>
        <translation>Таблиці сторінки %1 у %2 не вдається прочитати.</translation>
    </message>
    <message>
        <source>The template %1 is not there.</source>
        <translation>Шаблону %1 немає.</translation>
    </message>
    <message>
        <source>The text %1 is missing.</source>
        <translation>Тексту %1 немає.</translation>
    </message>
    <message>
        <source>The text %1 was changed.</source>
        <translation>Текст %1 змінено.</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored.</source>
        <translation>Текст містить символ, який не можна зберегти.</translation>
    </message>
    <message>
        <source>The text is not Unicode. It was read as %1, the likeliest encoding; compare letters with accents and quotation marks with the original.</source>
        <translation>Текст — не Unicode. Його прочитано як %1, найімовірніше кодування; звірте літери з діакритикою та лапки з оригіналом.</translation>
    </message>
    <message>
        <source>The text of page %1 was read by pdfplumber, which found %2 readable characters where PDFium found %3. Compare quotes with the picture.</source>
        <translation>Текст сторінки %1 прочитав pdfplumber, який знайшов %2 читабельних символів там, де PDFium — %3. Звіряйте цитати із зображенням.</translation>
    </message>
    <message>
        <source>The text of page %1 was read from its picture by %2, which is %3 % sure of it. Compare quotes with the picture.</source>
        <translation>Текст сторінки %1 прочитано з її зображення програмою %2 з певністю %3 %. Звіряйте цитати із зображенням.</translation>
    </message>
    <message>
        <source>The text of “%1” is not in the project; what is selected in it comes without its passage.</source>
        <translation>Тексту «%1» у проєкті немає; виділене в ньому приходить без уривка.</translation>
    </message>
    <message>
        <source>The time “%1” has no zone.</source>
        <translation>Час «%1» не має поясу.</translation>
    </message>
    <message>
        <source>The verdict rests on no source; two are wanted.</source>
        <translation>Вердикт не спирається на жодне джерело; потрібно два.</translation>
    </message>
    <message>
        <source>The verdict rests on one independent source; two are wanted.</source>
        <translation>Вердикт спирається на одне незалежне джерело; потрібно два.</translation>
    </message>
    <message>
        <source>There are no changed words to accept.</source>
        <translation>Немає змінених слів, які можна прийняти.</translation>
    </message>
    <message>
        <source>There are no words in what is selected.</source>
        <translation>У виділеному немає слів.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Є такі: %1.</translation>
    </message>
    <message>
        <source>There is a folder of that name.</source>
        <translation>Є тека з таким ім’ям.</translation>
    </message>
    <message>
        <source>There is a likelihood without a confidence.</source>
        <translation>Є ймовірність без упевненості.</translation>
    </message>
    <message>
        <source>There is a verdict, but no evidence is cited.</source>
        <translation>Є вердикт, але не процитовано жодного доказу.</translation>
    </message>
    <message>
        <source>There is no citation style “%1”.</source>
        <translation>Стилю цитування «%1» немає.</translation>
    </message>
    <message>
        <source>There is no claim “%1” in this case.</source>
        <translation>У цій справі немає твердження «%1».</translation>
    </message>
    <message>
        <source>There is no document “%1” in this case.</source>
        <translation>У цій справі немає документа «%1».</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файлу %1 немає.</translation>
    </message>
    <message>
        <source>There is no format “%1”.</source>
        <translation>Формату «%1» немає.</translation>
    </message>
    <message>
        <source>There is no house rule “%1”.</source>
        <translation>Правила справи «%1» немає.</translation>
    </message>
    <message>
        <source>There is no reference in %1.</source>
        <translation>У %1 немає жодного посилання.</translation>
    </message>
    <message>
        <source>There is no scale “%1”.</source>
        <translation>Шкали «%1» немає.</translation>
    </message>
    <message>
        <source>There is no such claim in the case.</source>
        <translation>Такого твердження у справі немає.</translation>
    </message>
    <message>
        <source>There is no such document in the case.</source>
        <translation>У справі немає такого документа.</translation>
    </message>
    <message>
        <source>There is no such priority.</source>
        <translation>Такого пріоритету немає.</translation>
    </message>
    <message>
        <source>There is no text and no page to show in “%1”.</source>
        <translation>У «%1» немає ні тексту, ні сторінки, які можна показати.</translation>
    </message>
    <message>
        <source>There is nothing in this rating.</source>
        <translation>У цій оцінці нічого немає.</translation>
    </message>
    <message>
        <source>These words were changed in the case since the file was given out.</source>
        <translation>Ці слова у справі змінено відтоді, як файл видали.</translation>
    </message>
    <message>
        <source>This %1 is no longer in the case.</source>
        <translation>Цього запису (%1) у справі більше немає.</translation>
    </message>
    <message>
        <source>This cannot be undone: C%1 has a passage in this edition.</source>
        <translation>Цього не скасувати: C%1 має уривок у цій редакції.</translation>
    </message>
    <message>
        <source>This cannot be undone: C%1 quotes words of the text.</source>
        <translation>Цього не скасувати: C%1 цитує слова цього тексту.</translation>
    </message>
    <message>
        <source>This cannot be undone: the %1 was changed since.</source>
        <translation>Це не можна скасувати: запис (%1) відтоді змінено.</translation>
    </message>
    <message>
        <source>This change is %1 already.</source>
        <translation>Щодо цієї зміни вже вирішено: %1.</translation>
    </message>
    <message>
        <source>This comment has been answered.</source>
        <translation>На цей коментар уже відповіли.</translation>
    </message>
    <message>
        <source>This comment is somebody else&apos;s.</source>
        <translation>Це чужий коментар.</translation>
    </message>
    <message>
        <source>This document is no longer in the case.</source>
        <translation>Цього документа у справі більше немає.</translation>
    </message>
    <message>
        <source>This evidence is no longer in the case.</source>
        <translation>Цього доказу вже немає у справі.</translation>
    </message>
    <message>
        <source>This holds a word that the case has no place for.</source>
        <translation>Тут є слово, для якого у справі немає місця.</translation>
    </message>
    <message>
        <source>This is in the case already.</source>
        <translation>Це вже є у справі.</translation>
    </message>
    <message>
        <source>This item has no file in the case.</source>
        <translation>Цей предмет не має файлу у справі.</translation>
    </message>
    <message>
        <source>This passage or citation is another claim&apos;s.</source>
        <translation>Цей уривок чи цитування належить іншому твердженню.</translation>
    </message>
    <message>
        <source>This passage was not found.</source>
        <translation>Цей уривок не знайдено.</translation>
    </message>
    <message>
        <source>This passage was taken over already.</source>
        <translation>Цей уривок уже перейнято.</translation>
    </message>
    <message>
        <source>This source has %1 in the case.</source>
        <translation>У справі до цього джерела належить: %1.</translation>
    </message>
    <message>
        <source>This speaks of something that is not in the case.</source>
        <translation>Тут ідеться про те, чого немає у справі.</translation>
    </message>
    <message>
        <source>This step needs the role of %1.</source>
        <translation>Цей крок потребує ролі: %1.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Спробуйте знову за мить.</translation>
    </message>
    <message>
        <source>Try again, or save it in a browser.</source>
        <translation>Спробуйте ще раз або збережіть у браузері.</translation>
    </message>
    <message>
        <source>Undo that first to decide again.</source>
        <translation>Спершу скасуйте те, щоб вирішити знову.</translation>
    </message>
    <message>
        <source>Undone or done again: its text is that which %1 read.</source>
        <translation>Скасовано або повторено: його текст — той, що його прочитано програмою %1.</translation>
    </message>
    <message>
        <source>Undone: the text that was read is taken away again.</source>
        <translation>Скасовано: прочитаний текст знову забрано.</translation>
    </message>
    <message>
        <source>Unpack it and choose the files in it.</source>
        <translation>Розпакуйте його й оберіть файли в ньому.</translation>
    </message>
    <message>
        <source>Update Verifier to open it. Nothing was changed.</source>
        <translation>Оновіть Verifier, щоб відкрити її. Нічого не змінено.</translation>
    </message>
    <message>
        <source>Use %1.</source>
        <translation>Використайте %1.</translation>
    </message>
    <message>
        <source>Use one of %1.</source>
        <translation>Використайте одне з: %1.</translation>
    </message>
    <message>
        <source>Use one of the words offered.</source>
        <translation>Використайте одне із запропонованих слів.</translation>
    </message>
    <message>
        <source>What %1 sends is larger than %2 MB.</source>
        <translation>Те, що надсилає %1, більше за %2 МБ.</translation>
    </message>
    <message>
        <source>What is attached to the message was not read: %1.</source>
        <translation>Вкладення до листа не прочитано: %1.</translation>
    </message>
    <message>
        <source>What should be its folder is a file.</source>
        <translation>Те, що мало бути його текою, — файл.</translation>
    </message>
    <message>
        <source>What the page&apos;s style sheets hide was left out, as in a browser.</source>
        <translation>Приховане таблицями стилів сторінки пропущено, як і в браузері.</translation>
    </message>
    <message>
        <source>What was read again is not the file of the latest edition of “%1”.</source>
        <translation>Прочитане знову — не файл останньої версії «%1».</translation>
    </message>
    <message>
        <source>Work on that one; nothing was added.</source>
        <translation>Працюйте з тим; нічого не додано.</translation>
    </message>
    <message>
        <source>Write # and the id of one behind the address.</source>
        <translation>Допишіть до адреси # та ідентифікатор однієї з них.</translation>
    </message>
    <message>
        <source>Write %1=yes or %2=no.</source>
        <translation>Напишіть %1=yes або %2=no.</translation>
    </message>
    <message>
        <source>Write 2022, 2022-01, 2022-01-14, a range 2022-01-09/2022-01-15, or nothing.</source>
        <translation>Напишіть 2022, 2022-01, 2022-01-14, проміжок 2022-01-09/2022-01-15 або нічого.</translation>
    </message>
    <message>
        <source>Write it as 2022-01-14 10:30 +02:00.</source>
        <translation>Напишіть так: 2022-01-14 10:30 +02:00.</translation>
    </message>
    <message>
        <source>Write it as 2022-01-14.</source>
        <translation>Напишіть так: 2022-01-14.</translation>
    </message>
    <message>
        <source>Write it as 2022-01-16T12:00:00Z.</source>
        <translation>Напишіть так: 2022-01-16T12:00:00Z.</translation>
    </message>
    <message>
        <source>Write it to a file first.</source>
        <translation>Спершу запишіть його у файл.</translation>
    </message>
    <message>
        <source>Write postgresql://name@host/database.</source>
        <translation>Напишіть postgresql://ім’я@сервер/база.</translation>
    </message>
    <message>
        <source>Write something, or withdraw it.</source>
        <translation>Напишіть щось або відкличте його.</translation>
    </message>
    <message>
        <source>Write something.</source>
        <translation>Напишіть щось.</translation>
    </message>
    <message>
        <source>Write what is claimed.</source>
        <translation>Напишіть, що стверджується.</translation>
    </message>
    <message>
        <source>Write what is known.</source>
        <translation>Напишіть, що відомо.</translation>
    </message>
    <message>
        <source>Write who would have done what.</source>
        <translation>Напишіть, хто і що зробив би.</translation>
    </message>
    <message>
        <source>You cannot give up being the owner.</source>
        <translation>Ви не можете перестати бути власником.</translation>
    </message>
    <message>
        <source>You may not write there, or the file is open in another program.</source>
        <translation>Ви не можете туди писати, або файл відкрито в іншій програмі.</translation>
    </message>
    <message>
        <source>Your quota on that disk is used up.</source>
        <translation>Вашу квоту на цьому диску вичерпано.</translation>
    </message>
    <message>
        <source>Zoom out.</source>
        <translation>Зменште масштаб.</translation>
    </message>
    <message>
        <source>“%1” could not be written. %2</source>
        <translation>«%1» не вдалося записати. %2</translation>
    </message>
    <message>
        <source>“%1” does not say whether to check.</source>
        <translation>«%1» не каже, чи слід перевіряти.</translation>
    </message>
    <message>
        <source>“%1” has this very text already.</source>
        <translation>«%1» уже має саме цей текст.</translation>
    </message>
    <message>
        <source>“%1” is a case or another database; it is not written over.</source>
        <translation>«%1» — справа або інша база даних; її не буде перезаписано.</translation>
    </message>
    <message>
        <source>“%1” is a scale of %2, not of %3.</source>
        <translation>«%1» — шкала для «%2», а не для «%3».</translation>
    </message>
    <message>
        <source>“%1” is no address of a page.</source>
        <translation>«%1» не є адресою сторінки.</translation>
    </message>
    <message>
        <source>“%1” is no consistency.</source>
        <translation>«%1» — не ступінь узгодженості.</translation>
    </message>
    <message>
        <source>“%1” is no date.</source>
        <translation>«%1» — не дата.</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>«%1» — не день.</translation>
    </message>
    <message>
        <source>“%1” is no kind of claim.</source>
        <translation>«%1» — не вид твердження.</translation>
    </message>
    <message>
        <source>“%1” is no kind of evidence.</source>
        <translation>«%1» — не вид доказу.</translation>
    </message>
    <message>
        <source>“%1” is no kind of source.</source>
        <translation>«%1» — не вид джерела.</translation>
    </message>
    <message>
        <source>“%1” is no setting of the report.</source>
        <translation>«%1» не є налаштуванням звіту.</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>«%1» — не час.</translation>
    </message>
    <message>
        <source>“%1” is not a Word file that can serve as a template.</source>
        <translation>«%1» — не файл Word, який може бути шаблоном.</translation>
    </message>
    <message>
        <source>“%1” is not a file, but a device.</source>
        <translation>«%1» — не файл, а пристрій.</translation>
    </message>
    <message>
        <source>“%1” is not a language tag.</source>
        <translation>«%1» — не мовний тег.</translation>
    </message>
    <message>
        <source>“%1” is not a level of the scale “%2”.</source>
        <translation>«%1» — не рівень шкали «%2».</translation>
    </message>
    <message>
        <source>“%1” is not a time with its zone.</source>
        <translation>«%1» — не час із поясом.</translation>
    </message>
    <message>
        <source>“%1” selects nothing in “%2”.</source>
        <translation>«%1» нічого не вибирає у «%2».</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime; it is left as it is.</source>
        <translation>«%1» тим часом змінив хтось інший; файл лишено як є.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Щось пішло не так</translation>
    </message>
    <message>
        <source>Verifier made a mistake</source>
        <translation>Verifier припустився помилки</translation>
    </message>
    <message>
        <source>Everything you did was saved as you did it and is in the case file. You can go on, or start Verifier again. The report below says what happened; it holds nothing of your case. Copy it for whoever looks after the program.</source>
        <translation>Усе зроблене збережено одразу й лежить у файлі справи. Можна працювати далі або запустити Verifier знову. У звіті нижче сказано, що сталося; вмісту вашої справи в ньому немає. Скопіюйте його для того, хто підтримує програму.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копіювати звіт</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продовжити</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Import a document…</source>
        <translation>Імпортувати документ…</translation>
    </message>
    <message>
        <source>Put the report under check here</source>
        <translation>Покладіть сюди звіт для перевірки</translation>
    </message>
    <message>
        <source>Drop a Word, PDF, HTML or text file on the window. Then select words in it and press H: they become a claim, to be rated and sourced at the right.</source>
        <translation>Перетягніть у вікно файл Word, PDF, HTML або текст. Потім виділіть у ньому слова й натисніть H: вони стануть твердженням, яке оцінюють і підкріплюють джерелами праворуч.</translation>
    </message>
    <message>
        <source>Not opened: %1</source>
        <translation>Не відкрито: %1</translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation>Відкрити %1 у браузері?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>This passage stands in an earlier edition of the document. File &gt; Passages that wait for a decision lists what nobody has decided about yet.</source>
        <translation>Цей уривок стоїть у попередній редакції документа. «Файл &gt; Уривки, що чекають рішення» показує ті, про які ще ніхто не вирішив.</translation>
    </message>
</context>
<context>
    <name>DeskTabs</name>
    <message>
        <source>Open documents</source>
        <translation>Відкриті документи</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Закрити %1</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Status</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Виконавець</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ніхто</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Пріоритет</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Варто перевіряти</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Термін</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>energy, prices</source>
        <translation>енергія, ціни</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Хто передав</translation>
    </message>
    <message>
        <source>Who passed it on</source>
        <translation>Хто передав далі</translation>
    </message>
    <message>
        <source>About the date</source>
        <translation>Про дату</translation>
    </message>
    <message>
        <source>in the evening, Kyiv time</source>
        <translation>увечері, за київським часом</translation>
    </message>
    <message>
        <source>Implied, not said in so many words</source>
        <translation>Мається на увазі, не сказано прямо</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Нотатка</translation>
    </message>
    <message>
        <source>For who works on it; it is not in the report</source>
        <translation>Для тих, хто працює; у звіті її немає</translation>
    </message>
    <message>
        <source>Less about the claim</source>
        <translation>Менше про твердження</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>термін %1</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>пріоритет %1</translation>
    </message>
    <message>
        <source>Assignee, due date, tags, notes</source>
        <translation>Виконавець, термін, мітки, нотатки</translation>
    </message>
    <message>
        <source>edit due date</source>
        <translation>зміну терміну</translation>
    </message>
    <message>
        <source>edit tags</source>
        <translation>зміну міток</translation>
    </message>
    <message>
        <source>edit who reported it</source>
        <translation>зміну того, хто передав</translation>
    </message>
    <message>
        <source>edit note on the date</source>
        <translation>зміну нотатки про дату</translation>
    </message>
    <message>
        <source>edit note</source>
        <translation>зміну нотатки</translation>
    </message>
    <message>
        <source>edit claim</source>
        <translation>редагування твердження</translation>
    </message>
    <message>
        <source>set status</source>
        <translation>зміну стану</translation>
    </message>
    <message>
        <source>assign claim</source>
        <translation>призначення твердження</translation>
    </message>
    <message>
        <source>set priority</source>
        <translation>зміну пріоритету</translation>
    </message>
    <message>
        <source>set worth</source>
        <translation>оцінку вартості перевірки</translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message>
        <source>Not rated</source>
        <translation>Не оцінено</translation>
    </message>
    <message>
        <source>move highlight</source>
        <translation>пересування виділення</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Open or begin a case first, then drop the report on it.</source>
        <translation>Спершу відкрийте або почніть справу, а тоді перетягніть на неї звіт.</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Import a document</source>
        <translation>Імпортувати документ</translation>
    </message>
    <message>
        <source>DOCUMENTS</source>
        <translation>ДОКУМЕНТИ</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>Drop a report here, or press Ctrl+I.</source>
        <translation>Перетягніть сюди звіт або натисніть Ctrl+I.</translation>
    </message>
    <message>
        <source>claims: %1</source>
        <translation>твердження: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Remove from the case…</source>
        <translation>Вилучити зі справи…</translation>
    </message>
</context>
<context>
    <name>EditionsDialog</name>
    <message>
        <source>Passages of “%1” in its new edition</source>
        <translation>Уривки з «%1» у новій версії</translation>
    </message>
    <message>
        <source>Passages of the document</source>
        <translation>Уривки документа</translation>
    </message>
    <message>
        <source>Words of the old edition</source>
        <translation>Слова старої версії</translation>
    </message>
    <message>
        <source>Words of the new edition</source>
        <translation>Слова нової версії</translation>
    </message>
    <message>
        <source>Places in the new edition</source>
        <translation>Місця в новій версії</translation>
    </message>
    <message>
        <source>Accept the new wording</source>
        <translation>Прийняти нове формулювання</translation>
    </message>
    <message>
        <source>Leave it on the old edition</source>
        <translation>Залишити у старій версії</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Вирішити пізніше</translation>
    </message>
    <message>
        <source>OLD EDITION</source>
        <translation>СТАРА ВЕРСІЯ</translation>
    </message>
    <message>
        <source>NEW EDITION</source>
        <translation>НОВА ВЕРСІЯ</translation>
    </message>
    <message>
        <source>The same words</source>
        <translation>Ті самі слова</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Переміщено</translation>
    </message>
    <message>
        <source>Changed wording</source>
        <translation>Змінене формулювання</translation>
    </message>
    <message>
        <source>Several places</source>
        <translation>Кілька місць</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Зникло</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>перенесено</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>It was not found.</source>
        <translation>Не знайдено.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Сторінка %1</translation>
    </message>
    <message>
        <source>Choose this place</source>
        <translation>Вибрати це місце</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>accept changed wording</source>
        <translation>прийняття зміненого формулювання</translation>
    </message>
    <message>
        <source>choose passage</source>
        <translation>вибір уривка</translation>
    </message>
    <message>
        <source>take passage over</source>
        <translation>перенесення уривка</translation>
    </message>
    <message>
        <source>leave passage on the old edition</source>
        <translation>залишення уривка у старій версії</translation>
    </message>
</context>
<context>
    <name>EvidenceDetails</name>
    <message>
        <source>Copy the SHA-256</source>
        <translation>Копіювати SHA-256</translation>
    </message>
    <message>
        <source>Open evidence</source>
        <translation>Відкрити доказ</translation>
    </message>
    <message>
        <source>Read its text by OCR…</source>
        <translation>Розпізнати текст (OCR)…</translation>
    </message>
    <message>
        <source>Verify the hash</source>
        <translation>Перевірити геш</translation>
    </message>
    <message>
        <source>Save original…</source>
        <translation>Зберегти оригінал…</translation>
    </message>
    <message>
        <source>Cite for the open claim</source>
        <translation>Цитувати у твердженні</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Що зроблено</translation>
    </message>
    <message>
        <source>Why, for whom; Return writes it into the log</source>
        <translation>Навіщо, для кого; Enter записує в журнал</translation>
    </message>
    <message>
        <source>Note in the custody log</source>
        <translation>Примітка в журналі зберігання</translation>
    </message>
    <message>
        <source>Withdraw the item</source>
        <translation>Вилучити доказ</translation>
    </message>
    <message>
        <source>CUSTODY LOG</source>
        <translation>ЖУРНАЛ ЗБЕРІГАННЯ</translation>
    </message>
    <message>
        <source>The file is missing from the case.</source>
        <translation>Файлу у справі немає.</translation>
    </message>
    <message>
        <source>The file was changed: it is not what was put into the case.</source>
        <translation>Файл змінено: це не те, що було покладено у справу.</translation>
    </message>
    <message>
        <source>A link: nothing is kept in the case.</source>
        <translation>Посилання: у справі нічого не зберігається.</translation>
    </message>
    <message>
        <source>The original is kept in the case.</source>
        <translation>Оригінал зберігається у справі.</translation>
    </message>
    <message>
        <source>Its text was read by OCR (%1, %2 sure): compare it with the picture.</source>
        <translation>Його текст розпізнано (OCR: %1, певність %2): звірте із зображенням.</translation>
    </message>
    <message>
        <source>No source chosen</source>
        <translation>Джерело не вибрано</translation>
    </message>
    <message>
        <source>WHAT THE FILE SAYS OF ITSELF</source>
        <translation>ЩО ФАЙЛ КАЖЕ ПРО СЕБЕ</translation>
    </message>
    <message>
        <source>edit evidence</source>
        <translation>редагування доказу</translation>
    </message>
    <message>
        <source>%1 is as it came in.</source>
        <translation>%1 такий, яким надійшов.</translation>
    </message>
    <message>
        <source>cite evidence</source>
        <translation>цитування доказу</translation>
    </message>
    <message>
        <source>withdraw evidence</source>
        <translation>вилучення доказу</translation>
    </message>
</context>
<context>
    <name>EvidencePicker</name>
    <message>
        <source>Evidence: type a few letters, Return takes the first</source>
        <translation>Доказ: наберіть кілька літер, Enter бере перший</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>Прибрати %1</translation>
    </message>
</context>
<context>
    <name>EvidenceTab</name>
    <message>
        <source>Quote for the open claim</source>
        <translation>Процитувати для відкритого твердження</translation>
    </message>
    <message>
        <source>Quote the selected words for the open claim (%1)</source>
        <translation>Процитувати виділені слова для відкритого твердження (%1)</translation>
    </message>
    <message>
        <source>Open the claim first for which this is quoted.</source>
        <translation>Спершу відкрийте твердження, для якого це цитується.</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>цитування</translation>
    </message>
    <message>
        <source>There are no words in what is selected.</source>
        <translation>У виділеному немає слів.</translation>
    </message>
    <message>
        <source>move quote</source>
        <translation>пересування цитати</translation>
    </message>
    <message>
        <source>marked region</source>
        <translation>позначена ділянка</translation>
    </message>
    <message>
        <source>marked region of picture %1</source>
        <translation>позначена ділянка зображення %1</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>с. %1</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Експорт</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Only claims that are published</source>
        <translation>Лише опубліковані твердження</translation>
    </message>
    <message>
        <source>Confidence at least</source>
        <translation>Впевненість не нижча за</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Відкрити файл</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показати в теці</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Попередній перегляд</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Address of the page it will stand on</source>
        <translation>Адреса сторінки, де це стоятиме</translation>
    </message>
    <message>
        <source>Any, and not rated</source>
        <translation>Будь-яка, також без оцінки</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Only claims with a confidence of at least</source>
        <translation>Лише твердження із впевненістю не нижчою за</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Поступ</translation>
    </message>
    <message>
        <source>LibreOffice is not installed here: only a PDF of the case works.</source>
        <translation>LibreOffice тут не встановлено: можна лише PDF зі справи.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>The case holds no Word file or PDF to give back.</source>
        <translation>У справі немає файла Word чи PDF, який можна повернути.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Записується %1</translation>
    </message>
    <message>
        <source>change report settings</source>
        <translation>зміну налаштувань звіту</translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation>Готується перегляд</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Writing %1</source>
        <translation>Записується %1</translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation>Готується перегляд</translation>
    </message>
    <message>
        <source>The report is written: %1</source>
        <translation>Звіт записано: %1</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Відкрити файл</translation>
    </message>
</context>
<context>
    <name>FarDocuments</name>
    <message>
        <source>Opening %1</source>
        <translation>Відкривається %1</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Публікація</translation>
    </message>
    <message>
        <source>Primary source: the record itself</source>
        <translation>Першоджерело: сам документ</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Видавець</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Вебсторінка</translation>
    </message>
    <message>
        <source>Newspaper article</source>
        <translation>Стаття в газеті</translation>
    </message>
    <message>
        <source>Magazine article</source>
        <translation>Стаття в часописі</translation>
    </message>
    <message>
        <source>Journal article</source>
        <translation>Стаття в науковому журналі</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Post in a network</source>
        <translation>Допис у соцмережі</translation>
    </message>
    <message>
        <source>Post in a blog</source>
        <translation>Допис у блозі</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Книга</translation>
    </message>
    <message>
        <source>Chapter of a book</source>
        <translation>Розділ книги</translation>
    </message>
    <message>
        <source>Conference paper</source>
        <translation>Доповідь на конференції</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>Дисертація</translation>
    </message>
    <message>
        <source>Same words count once</source>
        <translation>Однакові рахуються раз</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Інтерв’ю</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Промова</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Передача</translation>
    </message>
    <message>
        <source>Film or video</source>
        <translation>Фільм або відео</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Набір даних</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Закон</translation>
    </message>
    <message>
        <source>Court decision</source>
        <translation>Судове рішення</translation>
    </message>
    <message>
        <source>Letter or message</source>
        <translation>Лист або повідомлення</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Належить до</translation>
    </message>
    <message>
        <source>Publisher, in words</source>
        <translation>Видавець, словами</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Автори</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Посилання</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Saved page</source>
        <translation>Збережена сторінка</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Ел. лист</translation>
    </message>
    <message>
        <source>Clear: for everybody</source>
        <translation>Білий: для всіх</translation>
    </message>
    <message>
        <source>Green: for the community</source>
        <translation>Зелений: для спільноти</translation>
    </message>
    <message>
        <source>Amber: for those who need it</source>
        <translation>Жовтий: для тих, кому потрібно</translation>
    </message>
    <message>
        <source>Amber, strict: inside the house only</source>
        <translation>Жовтий, суворо: лише всередині редакції</translation>
    </message>
    <message>
        <source>Red: for named persons only</source>
        <translation>Червоний: лише для названих осіб</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Зафіксовано</translation>
    </message>
    <message>
        <source>Taken into the case</source>
        <translation>Взято у справу</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Перевірено</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопійовано</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Експортовано</translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>Знеособлено</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Анотовано</translation>
    </message>
    <message>
        <source>Changed or missing</source>
        <translation>Змінено або немає</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Звідки це</translation>
    </message>
    <message>
        <source>Address it led to</source>
        <translation>Адреса, куди воно привело</translation>
    </message>
    <message>
        <source>Captured, with its zone</source>
        <translation>Зафіксовано, з часовим поясом</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Хто зібрав</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Як</translation>
    </message>
    <message>
        <source>With which tool</source>
        <translation>Яким засобом</translation>
    </message>
    <message>
        <source>Archived copy</source>
        <translation>Архівна копія</translation>
    </message>
    <message>
        <source>Archived, with its zone</source>
        <translation>Заархівовано, з часовим поясом</translation>
    </message>
    <message>
        <source>Items with the same words here count once</source>
        <translation>Докази з тими самими словами тут рахуються раз</translation>
    </message>
    <message>
        <source>What to know of it</source>
        <translation>Що про це знати</translation>
    </message>
    <message>
        <source>Sharing (TLP)</source>
        <translation>Поширення (TLP)</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Надійність</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Оцінка</translation>
    </message>
    <message>
        <source>Usual credibility of what it says</source>
        <translation>Звична достовірність сказаного</translation>
    </message>
    <message>
        <source>Why this grade</source>
        <translation>Чому така оцінка</translation>
    </message>
    <message>
        <source>Interests: what it stands to gain</source>
        <translation>Інтереси: що воно має з цього</translation>
    </message>
    <message>
        <source>Shared origin</source>
        <translation>Спільне походження</translation>
    </message>
    <message>
        <source>What is known of the date</source>
        <translation>Що відомо про дату</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Citation data</source>
        <translation>Дані для посилання</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>In: journal, newspaper, book</source>
        <translation>У: журнал, газета, книга</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Том</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Випуск</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Сторінки</translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation>ISBN</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ім&apos;я</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Інші назви</translation>
    </message>
    <message>
        <source>Type of incident</source>
        <translation>Тип інциденту</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Початок</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Кінець</translation>
    </message>
    <message>
        <source>Victims</source>
        <translation>Жертви</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Що сталося</translation>
    </message>
    <message>
        <source>Countries of the victims</source>
        <translation>Країни жертв</translation>
    </message>
    <message>
        <source>How they came in</source>
        <translation>Як проникли</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Хто це стверджує</translation>
    </message>
    <message>
        <source>The statement</source>
        <translation>Заява</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Their country</source>
        <translation>Їхня країна</translation>
    </message>
    <message>
        <source>In which capacity</source>
        <translation>У якій якості</translation>
    </message>
    <message>
        <source>Type of statement</source>
        <translation>Тип заяви</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Інцидент</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Характер</translation>
    </message>
    <message>
        <source>Their own words on their confidence</source>
        <translation>Їхні власні слова про впевненість</translation>
    </message>
    <message>
        <source>What they did not disclose</source>
        <translation>Чого вони не розкрили</translation>
    </message>
    <message>
        <source>What those words come to</source>
        <translation>До чого зводяться ці слова</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Who is said to have done it</source>
        <translation>Кого називають виконавцем</translation>
    </message>
    <message>
        <source>The accused</source>
        <translation>Обвинувачений</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Інші імена</translation>
    </message>
    <message>
        <source>Category of the actor</source>
        <translation>Категорія виконавця</translation>
    </message>
    <message>
        <source>How far it reaches</source>
        <translation>Як далеко сягає</translation>
    </message>
    <message>
        <source>Sponsor state</source>
        <translation>Держава-покровитель</translation>
    </message>
    <message>
        <source>State responsibility</source>
        <translation>Відповідальність держави</translation>
    </message>
    <message>
        <source>Indicators it relies on</source>
        <translation>Ознаки, на які спирається</translation>
    </message>
    <message>
        <source>Contested by</source>
        <translation>Заперечують</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Що з цього вийшло</translation>
    </message>
    <message>
        <source>Legal consequences: what; date; reference</source>
        <translation>Правові наслідки: що; дата; посилання</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Speaks of another incident, often mistaken for this one</source>
        <translation>Ідеться про інший інцидент, який часто плутають із цим</translation>
    </message>
    <message>
        <source>Our likelihood</source>
        <translation>Наша ймовірність</translation>
    </message>
    <message>
        <source>Our own rating, apart from theirs</source>
        <translation>Наша власна оцінка, окремо від їхньої</translation>
    </message>
    <message>
        <source>Our confidence</source>
        <translation>Наша впевненість</translation>
    </message>
    <message>
        <source>Our reason</source>
        <translation>Наше пояснення</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Докази</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Припущення</translation>
    </message>
    <message>
        <source>Absence of what was to be expected</source>
        <translation>Відсутність очікуваного</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Що відомо</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Відомо з</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Достовірність</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Доречність</translation>
    </message>
    <message>
        <source>Rows with the same words here can count once</source>
        <translation>Рядки з тими самими словами тут можна рахувати раз</translation>
    </message>
    <message>
        <source>Why it is weighed so</source>
        <translation>Чому така вага</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Коротка назва</translation>
    </message>
    <message>
        <source>Only if there is room for it</source>
        <translation>Лише якщо є місце</translation>
    </message>
    <message>
        <source>Who would have done what</source>
        <translation>Хто і що зробив би</translation>
    </message>
    <message>
        <source>What it rates</source>
        <translation>Що оцінює</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>The levels have an order</source>
        <translation>Рівні мають порядок</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Напис</translation>
    </message>
    <message>
        <source>Code that is stored</source>
        <translation>Код, що зберігається</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Визначення</translation>
    </message>
    <message>
        <source>Rank: higher is more; empty is not rated</source>
        <translation>Ранг: вищий означає більше; порожньо — без оцінки</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>Іншими словами</translation>
    </message>
    <message>
        <source>From, percent</source>
        <translation>Від, відсотків</translation>
    </message>
    <message>
        <source>To, percent</source>
        <translation>До, відсотків</translation>
    </message>
    <message>
        <source>As it is printed</source>
        <translation>Як друкується</translation>
    </message>
    <message>
        <source>Sign, one character</source>
        <translation>Знак, один символ</translation>
    </message>
    <message>
        <source>Colours and shapes</source>
        <translation>Кольори та форми</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Піктограма</translation>
    </message>
    <message>
        <source>Line below the passage</source>
        <translation>Лінія під уривком</translation>
    </message>
    <message>
        <source>Colour of the line</source>
        <translation>Колір лінії</translation>
    </message>
    <message>
        <source>Behind the passage</source>
        <translation>Тло уривка</translation>
    </message>
    <message>
        <source>Chip, light</source>
        <translation>Позначка, світла</translation>
    </message>
    <message>
        <source>Text on it</source>
        <translation>Текст на ній</translation>
    </message>
    <message>
        <source>Chip, dark</source>
        <translation>Позначка, темна</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>New case.vcase</source>
        <translation>Нова справа.vcase</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Нова справа</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Відкрити справу</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Зберегти копію</translation>
    </message>
    <message>
        <source>%1 (copy).vcase</source>
        <translation>%1 (копія).vcase</translation>
    </message>
    <message>
        <source>Export report to Word</source>
        <translation>Експорт звіту у Word</translation>
    </message>
    <message>
        <source>New edition of %1</source>
        <translation>Нова версія: %1</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Усі файли</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Експорт</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Зберегти таблицю</translation>
    </message>
    <message>
        <source>Save a sheet to print</source>
        <translation>Зберегти аркуш для друку</translation>
    </message>
    <message>
        <source>Template of the report</source>
        <translation>Шаблон звіту</translation>
    </message>
    <message>
        <source>Citation style</source>
        <translation>Стиль цитування</translation>
    </message>
    <message>
        <source>Import documents</source>
        <translation>Імпорт документів</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Додати доказ</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>Зберегти оригінал</translation>
    </message>
    <message>
        <source>Import a scale</source>
        <translation>Імпорт шкали</translation>
    </message>
    <message>
        <source>Export the scale</source>
        <translation>Експорт шкали</translation>
    </message>
    <message>
        <source>Import references</source>
        <translation>Імпорт посилань</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Посилання на літературу</translation>
    </message>
    <message>
        <source>Take back a Word report</source>
        <translation>Прийняти звіт Word назад</translation>
    </message>
    <message>
        <source>Import from another tool</source>
        <translation>Імпорт з іншої програми</translation>
    </message>
    <message>
        <source>A folder for the sample case</source>
        <translation>Тека для справи-зразка</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the document</source>
        <translation>Знайти в документі</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Зважати на регістр</translation>
    </message>
    <message>
        <source>Match accents</source>
        <translation>Зважати на діакритику</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Лише цілі слова</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярний вираз</translation>
    </message>
    <message>
        <source>Show what was found as a list</source>
        <translation>Показати знайдене списком</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Попереднє (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Наступне (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрити (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не знайдено</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
    </message>
</context>
<context>
    <name>FindResults</name>
    <message>
        <source>What was found, with the words around it</source>
        <translation>Знайдене зі словами навколо</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>One a line</source>
        <translation>По одному в рядку</translation>
    </message>
    <message>
        <source>parted by semicolons</source>
        <translation>через крапку з комою</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>There is no page “%1”.</source>
        <translation>Сторінки «%1» немає.</translation>
    </message>
    <message>
        <source>There is no document yet: import one (Ctrl+I).</source>
        <translation>Документа ще немає: імпортуйте його (Ctrl+I).</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Nobody</source>
        <translation>Ніхто</translation>
    </message>
    <message>
        <source>In no document</source>
        <translation>У жодному документі</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Без мітки</translation>
    </message>
    <message>
        <source>Claimant not known</source>
        <translation>Хто стверджує, невідомо</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>Пріоритет %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Виконавець</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Хто стверджує</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Пріоритет</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Варто перевіряти</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Statement</source>
        <translation>Формулювання</translation>
    </message>
    <message>
        <source>What is claimed, in one sentence of its own</source>
        <translation>Що стверджують, одним окремим реченням</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>Вид твердження</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Хто стверджує</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Хто це стверджує</translation>
    </message>
    <message>
        <source>Date of the claim</source>
        <translation>Дата твердження</translation>
    </message>
    <message>
        <source>STATEMENT</source>
        <translation>ФОРМУЛЮВАННЯ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Попереднє твердження</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Наступне твердження</translation>
    </message>
    <message>
        <source>Withdraw this claim</source>
        <translation>Відкликати це твердження</translation>
    </message>
    <message>
        <source>Claim %1</source>
        <translation>Твердження %1</translation>
    </message>
    <message>
        <source>No passage yet: select words in a document and press Shift+H.</source>
        <translation>Уривка ще немає: виділіть слова в документі й натисніть Shift+H.</translation>
    </message>
    <message>
        <source>remove passage</source>
        <translation>вилучення уривка</translation>
    </message>
    <message>
        <source>edit statement</source>
        <translation>редагування формулювання</translation>
    </message>
    <message>
        <source>edit claimant</source>
        <translation>редагування автора твердження</translation>
    </message>
    <message>
        <source>edit date</source>
        <translation>редагування дати</translation>
    </message>
    <message>
        <source>change kind</source>
        <translation>зміну виду</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Accept proposal</source>
        <translation>Прийняти пропозицію</translation>
    </message>
    <message>
        <source>Accept wording</source>
        <translation>Прийняти формулювання</translation>
    </message>
    <message>
        <source>Ach cell</source>
        <translation>Клітинка матриці</translation>
    </message>
    <message>
        <source>Ach item</source>
        <translation>Рядок матриці</translation>
    </message>
    <message>
        <source>Ach item evidence</source>
        <translation>Доказ рядка матриці</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Дія</translation>
    </message>
    <message>
        <source>Add ach item</source>
        <translation>Додати рядок матриці</translation>
    </message>
    <message>
        <source>Add claim</source>
        <translation>Додати твердження</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Додати коментар</translation>
    </message>
    <message>
        <source>Add edition</source>
        <translation>Додати редакцію</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Додати доказ</translation>
    </message>
    <message>
        <source>Add highlight</source>
        <translation>Додати виділення</translation>
    </message>
    <message>
        <source>Add hypothesis</source>
        <translation>Додати гіпотезу</translation>
    </message>
    <message>
        <source>Add incident</source>
        <translation>Додати інцидент</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Додати джерело</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Оцінити</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Оцінка</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>Долучити доказ</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Атрибуція</translation>
    </message>
    <message>
        <source>Attribution evidence</source>
        <translation>Доказ атрибуції</translation>
    </message>
    <message>
        <source>Audit event</source>
        <translation>Подія журналу</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Кілька кроків</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>Оригінал</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Choose place</source>
        <translation>Обрати місце</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Цитування</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Процитувати</translation>
    </message>
    <message>
        <source>Cite source</source>
        <translation>Процитувати джерело</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Claim relation</source>
        <translation>Зв’язок тверджень</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>Створити справу</translation>
    </message>
    <message>
        <source>Custody event</source>
        <translation>Подія зберігання</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Edit ach item</source>
        <translation>Змінити рядок матриці</translation>
    </message>
    <message>
        <source>Edit attribution</source>
        <translation>Змінити атрибуцію</translation>
    </message>
    <message>
        <source>Edit case</source>
        <translation>Змінити справу</translation>
    </message>
    <message>
        <source>Edit citation</source>
        <translation>Змінити цитування</translation>
    </message>
    <message>
        <source>Edit claim</source>
        <translation>Змінити твердження</translation>
    </message>
    <message>
        <source>Edit claims</source>
        <translation>Змінити кілька тверджень</translation>
    </message>
    <message>
        <source>Edit comment</source>
        <translation>Змінити коментар</translation>
    </message>
    <message>
        <source>Edit document</source>
        <translation>Змінити документ</translation>
    </message>
    <message>
        <source>Edit evidence</source>
        <translation>Змінити доказ</translation>
    </message>
    <message>
        <source>Edit hypothesis</source>
        <translation>Змінити гіпотезу</translation>
    </message>
    <message>
        <source>Edit incident</source>
        <translation>Змінити інцидент</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>Змінити особу</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>Змінити джерело</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Редакція</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Доказ</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Виділення</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Гіпотеза</translation>
    </message>
    <message>
        <source>Import document</source>
        <translation>Імпортувати документ</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Інцидент</translation>
    </message>
    <message>
        <source>Inherit highlight</source>
        <translation>Перейняти виділення</translation>
    </message>
    <message>
        <source>Join case</source>
        <translation>Долучитися до справи</translation>
    </message>
    <message>
        <source>Leave highlight</source>
        <translation>Лишити виділення</translation>
    </message>
    <message>
        <source>Log custody</source>
        <translation>Записати подію зберігання</translation>
    </message>
    <message>
        <source>Merge claims</source>
        <translation>Об’єднати твердження</translation>
    </message>
    <message>
        <source>Merge sources</source>
        <translation>Об’єднати джерела</translation>
    </message>
    <message>
        <source>Move highlight</source>
        <translation>Перемістити виділення</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Сторінка</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Пропозиція</translation>
    </message>
    <message>
        <source>Propose change</source>
        <translation>Запропонувати зміну</translation>
    </message>
    <message>
        <source>Rate cell</source>
        <translation>Оцінити клітинку</translation>
    </message>
    <message>
        <source>Read text of evidence</source>
        <translation>Прочитати текст доказу</translation>
    </message>
    <message>
        <source>Record attribution</source>
        <translation>Записати атрибуцію</translation>
    </message>
    <message>
        <source>Record report</source>
        <translation>Записати звіт</translation>
    </message>
    <message>
        <source>Reject proposal</source>
        <translation>Відхилити пропозицію</translation>
    </message>
    <message>
        <source>Relate claims</source>
        <translation>Пов’язати твердження</translation>
    </message>
    <message>
        <source>Remove document</source>
        <translation>Вилучити документ</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>Вилучити виділення</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Resolve comment</source>
        <translation>Вирішити коментар</translation>
    </message>
    <message>
        <source>Restore claim</source>
        <translation>Повернути твердження</translation>
    </message>
    <message>
        <source>Restore document</source>
        <translation>Відновити документ</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Рецензія</translation>
    </message>
    <message>
        <source>Review claim</source>
        <translation>Рецензувати твердження</translation>
    </message>
    <message>
        <source>Set role</source>
        <translation>Призначити роль</translation>
    </message>
    <message>
        <source>Set status</source>
        <translation>Змінити стан</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Split claim</source>
        <translation>Розділити твердження</translation>
    </message>
    <message>
        <source>Text layer</source>
        <translation>Шар тексту</translation>
    </message>
    <message>
        <source>Unrelate claims</source>
        <translation>Розірвати зв’язок тверджень</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Відкликати</translation>
    </message>
    <message>
        <source>Withdraw citation</source>
        <translation>Відкликати цитування</translation>
    </message>
    <message>
        <source>Withdraw claim</source>
        <translation>Відкликати твердження</translation>
    </message>
    <message>
        <source>Withdraw comment</source>
        <translation>Відкликати коментар</translation>
    </message>
    <message>
        <source>Withdraw evidence</source>
        <translation>Відкликати доказ</translation>
    </message>
    <message>
        <source>Withdraw source</source>
        <translation>Відкликати джерело</translation>
    </message>
    <message>
        <source>action</source>
        <translation>дія</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>виконавець</translation>
    </message>
    <message>
        <source>actor aliases</source>
        <translation>інші назви виконавця</translation>
    </message>
    <message>
        <source>actor category</source>
        <translation>категорія виконавця</translation>
    </message>
    <message>
        <source>after</source>
        <translation>після</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>інші назви</translation>
    </message>
    <message>
        <source>anchoring</source>
        <translation>прив’язка</translation>
    </message>
    <message>
        <source>archive service</source>
        <translation>служба архіву</translation>
    </message>
    <message>
        <source>archive url</source>
        <translation>адреса архіву</translation>
    </message>
    <message>
        <source>archived at</source>
        <translation>заархівовано</translation>
    </message>
    <message>
        <source>assumptions</source>
        <translation>припущення</translation>
    </message>
    <message>
        <source>at</source>
        <translation>час</translation>
    </message>
    <message>
        <source>author</source>
        <translation>автор</translation>
    </message>
    <message>
        <source>basis</source>
        <translation>підстава</translation>
    </message>
    <message>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>рамки</translation>
    </message>
    <message>
        <source>captured at</source>
        <translation>збережено</translation>
    </message>
    <message>
        <source>captured offset</source>
        <translation>часовий пояс збереження</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>символів</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>контрольний список</translation>
    </message>
    <message>
        <source>claimant</source>
        <translation>хто стверджує</translation>
    </message>
    <message>
        <source>code</source>
        <translation>код</translation>
    </message>
    <message>
        <source>collector</source>
        <translation>хто зібрав</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>упевненість</translation>
    </message>
    <message>
        <source>confidence scale</source>
        <translation>шкала впевненості</translation>
    </message>
    <message>
        <source>confirmed at</source>
        <translation>підтверджено</translation>
    </message>
    <message>
        <source>contested by</source>
        <translation>хто заперечує</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>виправлення</translation>
    </message>
    <message>
        <source>created at</source>
        <translation>створено</translation>
    </message>
    <message>
        <source>created by</source>
        <translation>хто створив</translation>
    </message>
    <message>
        <source>credibility</source>
        <translation>достовірність</translation>
    </message>
    <message>
        <source>credibility reason</source>
        <translation>підстава достовірності</translation>
    </message>
    <message>
        <source>csl</source>
        <translation>CSL</translation>
    </message>
    <message>
        <source>data</source>
        <translation>дані</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>date note</source>
        <translation>примітка до дати</translation>
    </message>
    <message>
        <source>decided at</source>
        <translation>вирішено</translation>
    </message>
    <message>
        <source>decided by</source>
        <translation>хто вирішив</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>рішення</translation>
    </message>
    <message>
        <source>dependency group</source>
        <translation>група залежності</translation>
    </message>
    <message>
        <source>description</source>
        <translation>опис</translation>
    </message>
    <message>
        <source>different incident</source>
        <translation>інший інцидент</translation>
    </message>
    <message>
        <source>due</source>
        <translation>строк</translation>
    </message>
    <message>
        <source>email</source>
        <translation>пошта</translation>
    </message>
    <message>
        <source>end</source>
        <translation>кінець</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>сутність</translation>
    </message>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>ім’я файлу</translation>
    </message>
    <message>
        <source>final url</source>
        <translation>кінцева адреса</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>висновки</translation>
    </message>
    <message>
        <source>format</source>
        <translation>формат</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>прогалини</translation>
    </message>
    <message>
        <source>height</source>
        <translation>висота</translation>
    </message>
    <message>
        <source>house rules</source>
        <translation>правила справи</translation>
    </message>
    <message>
        <source>http status</source>
        <translation>стан HTTP</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ідентифікатор</translation>
    </message>
    <message>
        <source>implied</source>
        <translation>неявне</translation>
    </message>
    <message>
        <source>independence group</source>
        <translation>група незалежності</translation>
    </message>
    <message>
        <source>indicators</source>
        <translation>індикатори</translation>
    </message>
    <message>
        <source>initial access</source>
        <translation>початковий доступ</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>ініціали</translation>
    </message>
    <message>
        <source>interests</source>
        <translation>інтереси</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>label</source>
        <translation>позначка</translation>
    </message>
    <message>
        <source>language</source>
        <translation>мова</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>правове</translation>
    </message>
    <message>
        <source>level</source>
        <translation>рівень</translation>
    </message>
    <message>
        <source>likelihood</source>
        <translation>імовірність</translation>
    </message>
    <message>
        <source>likelihood scale</source>
        <translation>шкала ймовірності</translation>
    </message>
    <message>
        <source>locator</source>
        <translation>місце в джерелі</translation>
    </message>
    <message>
        <source>media type</source>
        <translation>тип даних</translation>
    </message>
    <message>
        <source>method</source>
        <translation>спосіб</translation>
    </message>
    <message>
        <source>name</source>
        <translation>ім’я</translation>
    </message>
    <message>
        <source>natures</source>
        <translation>характер</translation>
    </message>
    <message>
        <source>new</source>
        <translation>нове</translation>
    </message>
    <message>
        <source>not disclosed</source>
        <translation>не розкрито</translation>
    </message>
    <message>
        <source>note</source>
        <translation>примітка</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>примітки</translation>
    </message>
    <message>
        <source>notices</source>
        <translation>зауваги</translation>
    </message>
    <message>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>old</source>
        <translation>старе</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>необов’язкове</translation>
    </message>
    <message>
        <source>origin group</source>
        <translation>група походження</translation>
    </message>
    <message>
        <source>own scales</source>
        <translation>власні шкали</translation>
    </message>
    <message>
        <source>page</source>
        <translation>сторінка</translation>
    </message>
    <message>
        <source>party</source>
        <translation>сторона</translation>
    </message>
    <message>
        <source>party country</source>
        <translation>країна сторони</translation>
    </message>
    <message>
        <source>person name</source>
        <translation>ім’я особи</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>зображення</translation>
    </message>
    <message>
        <source>position</source>
        <translation>положення</translation>
    </message>
    <message>
        <source>prefix</source>
        <translation>перед уривком</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>пріоритет</translation>
    </message>
    <message>
        <source>properties</source>
        <translation>властивості</translation>
    </message>
    <message>
        <source>published</source>
        <translation>опубліковано</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>видавець</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>цитата</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>читач</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>підстава</translation>
    </message>
    <message>
        <source>rectangles</source>
        <translation>прямокутники</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>вагомість</translation>
    </message>
    <message>
        <source>reliability</source>
        <translation>надійність</translation>
    </message>
    <message>
        <source>reliability reason</source>
        <translation>підстава надійності</translation>
    </message>
    <message>
        <source>reopened because</source>
        <translation>чому відкрито знову</translation>
    </message>
    <message>
        <source>report settings</source>
        <translation>налаштування звіту</translation>
    </message>
    <message>
        <source>reported by</source>
        <translation>хто повідомив</translation>
    </message>
    <message>
        <source>resolved at</source>
        <translation>вирішено</translation>
    </message>
    <message>
        <source>resolved by</source>
        <translation>хто закрив</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>права</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>поворот</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>налаштування</translation>
    </message>
    <message>
        <source>sha256 after</source>
        <translation>SHA-256 після</translation>
    </message>
    <message>
        <source>sha256 before</source>
        <translation>SHA-256 до</translation>
    </message>
    <message>
        <source>size</source>
        <translation>розмір</translation>
    </message>
    <message>
        <source>sponsor state</source>
        <translation>держава-спонсор</translation>
    </message>
    <message>
        <source>stance</source>
        <translation>ставлення</translation>
    </message>
    <message>
        <source>start</source>
        <translation>початок</translation>
    </message>
    <message>
        <source>state responsibility</source>
        <translation>відповідальність держави</translation>
    </message>
    <message>
        <source>stated band</source>
        <translation>заявлений діапазон</translation>
    </message>
    <message>
        <source>stated confidence</source>
        <translation>заявлена впевненість</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>формулювання</translation>
    </message>
    <message>
        <source>status</source>
        <translation>стан</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>кінець</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>будова</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>предмет</translation>
    </message>
    <message>
        <source>suffix</source>
        <translation>після уривка</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>теги</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>title</source>
        <translation>назва</translation>
    </message>
    <message>
        <source>tlp</source>
        <translation>TLP</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>інструмент</translation>
    </message>
    <message>
        <source>url</source>
        <translation>адреса</translation>
    </message>
    <message>
        <source>verb</source>
        <translation>дія</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>вердикт</translation>
    </message>
    <message>
        <source>verdict scale</source>
        <translation>шкала вердиктів</translation>
    </message>
    <message>
        <source>version</source>
        <translation>версія</translation>
    </message>
    <message>
        <source>victim countries</source>
        <translation>країни жертв</translation>
    </message>
    <message>
        <source>victims</source>
        <translation>жертви</translation>
    </message>
    <message>
        <source>width</source>
        <translation>ширина</translation>
    </message>
    <message>
        <source>withdrawn at</source>
        <translation>відкликано</translation>
    </message>
    <message>
        <source>worth</source>
        <translation>вартість перевірки</translation>
    </message>
    <message>
        <source>would change</source>
        <translation>що змінило б висновок</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>added %1</source>
        <translation>додав(ла): %1</translation>
    </message>
    <message>
        <source>revised %1</source>
        <translation>переглянув(ла): %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>змінив(ла): %1</translation>
    </message>
    <message>
        <source>withdrew %1</source>
        <translation>відкликав(ла): %1</translation>
    </message>
    <message>
        <source>restored %1</source>
        <translation>відновив(ла): %1</translation>
    </message>
    <message>
        <source>moved %1</source>
        <translation>перемістив(ла): %1</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>твердження</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>уривок</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>цитування</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>оцінка</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>коментар</translation>
    </message>
    <message>
        <source>review</source>
        <translation>розгляд</translation>
    </message>
    <message>
        <source>attribution</source>
        <translation>атрибуція</translation>
    </message>
    <message>
        <source>hypothesis</source>
        <translation>гіпотеза</translation>
    </message>
    <message>
        <source>matrix row</source>
        <translation>рядок матриці</translation>
    </message>
    <message>
        <source>matrix cell</source>
        <translation>клітинка матриці</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>зв’язок</translation>
    </message>
    <message>
        <source>case</source>
        <translation>справа</translation>
    </message>
    <message>
        <source>person</source>
        <translation>особа</translation>
    </message>
    <message>
        <source>document</source>
        <translation>документ</translation>
    </message>
    <message>
        <source>edition</source>
        <translation>версія</translation>
    </message>
    <message>
        <source>source</source>
        <translation>джерело</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>доказ</translation>
    </message>
    <message>
        <source>custody entry</source>
        <translation>запис зберігання</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>інцидент</translation>
    </message>
    <message>
        <source>proposed change</source>
        <translation>запропонована зміна</translation>
    </message>
    <message>
        <source>report</source>
        <translation>звіт</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>нічого</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 і ще %2</translation>
    </message>
    <message>
        <source>undo or redo: %1</source>
        <translation>скасування або повтор: %1</translation>
    </message>
</context>
<context>
    <name>IncidentCard</name>
    <message>
        <source>Show only what was said of this incident</source>
        <translation>Показати лише сказане про цей інцидент</translation>
    </message>
    <message>
        <source>Edit this incident</source>
        <translation>Редагувати цей інцидент</translation>
    </message>
    <message>
        <source>Withdraw this incident</source>
        <translation>Вилучити цей інцидент</translation>
    </message>
    <message>
        <source>Attributions: %1</source>
        <translation>Атрибуцій: %1</translation>
    </message>
    <message>
        <source>edit incident</source>
        <translation>редагування інциденту</translation>
    </message>
    <message>
        <source>withdraw incident</source>
        <translation>вилучення інциденту</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>New incident</source>
        <translation>Новий інцидент</translation>
    </message>
    <message>
        <source>add incident</source>
        <translation>додавання інциденту</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>New comment</source>
        <translation>Новий коментар</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Нове джерело</translation>
    </message>
    <message>
        <source>No claim is open</source>
        <translation>Жодне твердження не відкрите</translation>
    </message>
    <message>
        <source>Choose a claim, or select words in the document and press H.</source>
        <translation>Виберіть твердження або виділіть слова в документі й натисніть H.</translation>
    </message>
    <message>
        <source>withdraw claim</source>
        <translation>відкликання твердження</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Progress of: %1</source>
        <translation>Перебіг: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Зупинити: %1</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>зупиняється</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>What runs in the background</source>
        <translation>Що виконується у фоні</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation>Поступ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Show all that runs in the background, or hide it</source>
        <translation>Показати все, що виконується у фоні, або сховати</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n виконується</numerusform>
            <numerusform>%n виконуються</numerusform>
            <numerusform>%n виконуються</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingDialog</name>
    <message>
        <source>What you were writing</source>
        <translation>Те, що ви писали</translation>
    </message>
    <message>
        <source>This cannot be saved now</source>
        <translation>Зараз це не можна зберегти</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Не збережено: %1</translation>
    </message>
    <message>
        <source>It can be kept on this computer: when you open the case again, it is shown to you.</source>
        <translation>Це можна залишити на цьому комп’ютері: коли ви знову відкриєте справу, його буде показано.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Залишитися</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Закрити без цього</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Копіювати й закрити</translation>
    </message>
    <message>
        <source>Keep it here and close</source>
        <translation>Залишити тут і закрити</translation>
    </message>
    <message>
        <source>It cannot be kept on this computer either. Copy it, and paste it elsewhere.</source>
        <translation>На цьому комп’ютері його теж не можна залишити. Скопіюйте його і вставте деінде.</translation>
    </message>
</context>
<context>
    <name>KeptWords</name>
    <message>
        <source>When this case was closed, what you were writing could not be saved. It was kept on this computer: %1</source>
        <translation>Коли цю справу закривали, те, що ви писали, не вдалося зберегти. Його залишено на цьому комп’ютері: %1</translation>
    </message>
    <message>
        <source>Copy what you were writing</source>
        <translation>Скопіювати написане вами</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Something is still under way</source>
        <translation>Щось іще триває</translation>
    </message>
    <message>
        <source>Closing now would lose what is not done yet:</source>
        <translation>Якщо закрити зараз, незавершене буде втрачено:</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Залишитися</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Зупинити й закрити</translation>
    </message>
    <message>
        <source>Wait, then close</source>
        <translation>Дочекатися й закрити</translation>
    </message>
    <message>
        <source>And more: %1</source>
        <translation>І ще: %1</translation>
    </message>
    <message>
        <source>It is closed as soon as this is done.</source>
        <translation>Буде закрито, щойно це завершиться.</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Levels</source>
        <translation>Рівні</translation>
    </message>
    <message>
        <source>Add a level</source>
        <translation>Додати рівень</translation>
    </message>
    <message>
        <source>Move the level up</source>
        <translation>Підняти рівень</translation>
    </message>
    <message>
        <source>Move the level down</source>
        <translation>Опустити рівень</translation>
    </message>
    <message>
        <source>Take the level away</source>
        <translation>Прибрати рівень</translation>
    </message>
    <message>
        <source>Colours like</source>
        <translation>Кольори як у</translation>
    </message>
    <message>
        <source>LEVELS</source>
        <translation>РІВНІ</translation>
    </message>
    <message>
        <source>Choose a level</source>
        <translation>Виберіть рівень</translation>
    </message>
    <message>
        <source>New level</source>
        <translation>Новий рівень</translation>
    </message>
</context>
<context>
    <name>Locker</name>
    <message>
        <source>Add files…</source>
        <translation>Додати файли…</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>Перевірити всі</translation>
    </message>
    <message>
        <source>Paste a link and press Return</source>
        <translation>Вставте посилання й натисніть Enter</translation>
    </message>
    <message>
        <source>Link to add</source>
        <translation>Посилання, яке додати</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Докази</translation>
    </message>
    <message>
        <source>Filter the evidence</source>
        <translation>Фільтр доказів</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>No item is chosen</source>
        <translation>Доказ не вибрано</translation>
    </message>
    <message>
        <source>Choose one to see its hash, where it comes from and its custody log.</source>
        <translation>Виберіть доказ, щоб побачити його геш, звідки він і журнал зберігання.</translation>
    </message>
    <message>
        <source>Files in the locker: %1. All are what was put in.</source>
        <translation>Файлів у сховищі: %1. Усі такі, якими їх поклали.</translation>
    </message>
    <message>
        <source>Drop files here; drop one on the inspector to cite it for the open claim at once. Originals are kept with their SHA-256 and are never replaced.</source>
        <translation>Перетягніть файли сюди; перетягніть файл на інспектор, щоб одразу послатися на нього у відкритому твердженні. Оригінали зберігаються разом із SHA-256, і їх ніколи не замінюють.</translation>
    </message>
    <message>
        <source>add link</source>
        <translation>додавання посилання</translation>
    </message>
</context>
<context>
    <name>LockerModel</name>
    <message>
        <source>Item</source>
        <translation>Доказ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>збережено</translation>
    </message>
    <message>
        <source>! changed</source>
        <translation>! змінено</translation>
    </message>
    <message>
        <source>Cited</source>
        <translation>Цитовано</translation>
    </message>
</context>
<context>
    <name>ManyBar</name>
    <message>
        <source>Set…</source>
        <translation>Задати…</translation>
    </message>
    <message>
        <source>Set a field of the chosen claims</source>
        <translation>Задати поле вибраних тверджень</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Tags: energy, -old</source>
        <translation>Мітки: енергія, -старе</translation>
    </message>
    <message>
        <source>Return puts tags on the chosen claims; -tag takes one off</source>
        <translation>Enter додає мітки вибраним твердженням; -мітка прибирає</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Термін</translation>
    </message>
    <message>
        <source>Due: 2026-03-31</source>
        <translation>Термін: 2026-03-31</translation>
    </message>
    <message>
        <source>Return gives the chosen claims this due date; empty, none</source>
        <translation>Enter задає вибраним твердженням цей термін; порожнє поле прибирає його</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Об’єднати</translation>
    </message>
    <message>
        <source>Make the chosen claims one: the open one, or the first</source>
        <translation>Зробити вибрані твердження одним: відкритим або першим</translation>
    </message>
    <message>
        <source>Withdraw the chosen claims</source>
        <translation>Відкликати вибрані твердження</translation>
    </message>
    <message>
        <source>Choose only one claim again</source>
        <translation>Знову вибрати лише одне твердження</translation>
    </message>
    <message>
        <source>Chosen claims: %1</source>
        <translation>Вибрано: %1</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Відкликати</translation>
    </message>
</context>
<context>
    <name>MarkerStrip</name>
    <message>
        <source>Claims and hits in the document</source>
        <translation>Твердження та збіги в документі</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Sum of inconsistencies</source>
        <translation>Сума суперечностей</translation>
    </message>
    <message>
        <source>Credibility × relevance (1.0, 0.7, 0.4)</source>
        <translation>Достовірність × доречність (1,0; 0,7; 0,4)</translation>
    </message>
    <message>
        <source>PARC ACH, weighted</source>
        <translation>PARC ACH, з вагою</translation>
    </message>
    <message>
        <source>Open Source ACH</source>
        <translation>Open Source ACH</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Each origin once</source>
        <translation>Кожне першоджерело раз</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <source>as of: 2022-01-20</source>
        <translation>станом на: 2022-01-20</translation>
    </message>
    <message>
        <source>As it stood at the end of a day</source>
        <translation>Яким був стан на кінець дня</translation>
    </message>
    <message>
        <source>Another account: who would have done what</source>
        <translation>Ще одна гіпотеза: хто і що міг зробити</translation>
    </message>
    <message>
        <source>Another row: what is known</source>
        <translation>Ще один рядок: що відомо</translation>
    </message>
    <message>
        <source>Matrix of accounts and evidence</source>
        <translation>Матриця гіпотез і доказів</translation>
    </message>
    <message>
        <source>Accounts and their scores</source>
        <translation>Гіпотези та їхні бали</translation>
    </message>
    <message>
        <source>Competing accounts</source>
        <translation>Конкурентні гіпотези</translation>
    </message>
    <message>
        <source>C consistent, CC twice; N neutral, NA twice; I inconsistent, II twice; or 1 to 6. L, M, H weigh credibility and relevance. Delete takes back. Space leaves a row out: what if? Return shows its details. The account with the least inconsistency stands best (★).</source>
        <translation>C узгоджується, двічі CC; N нейтрально, двічі NA; I суперечить, двічі II; або 1–6. L, M, H — вага достовірності й доречності. Delete прибирає. Пробіл вилучає рядок: а що, як без нього? Enter показує подробиці. Найкраще стоїть версія з найменшою суперечністю (★).</translation>
    </message>
    <message>
        <source>Name at least two accounts and rate a row: the scores appear above.</source>
        <translation>Назвіть щонайменше дві гіпотези й оцініть рядок: бали з&apos;являться вгорі.</translation>
    </message>
    <message>
        <source>Least inconsistent: %1.</source>
        <translation>Найменше суперечностей: %1.</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Вилучено: %1.</translation>
    </message>
    <message>
        <source>It hangs on %1: without it another account would stand best.</source>
        <translation>Це тримається на %1: без нього найкращою була б інша гіпотеза.</translation>
    </message>
    <message>
        <source>add account</source>
        <translation>додавання гіпотези</translation>
    </message>
    <message>
        <source>add matrix row</source>
        <translation>додавання рядка матриці</translation>
    </message>
    <message>
        <source>rate cell</source>
        <translation>оцінювання клітинки</translation>
    </message>
    <message>
        <source>weigh row</source>
        <translation>зважування рядка</translation>
    </message>
    <message>
        <source>withdraw matrix row</source>
        <translation>відкликання рядка матриці</translation>
    </message>
</context>
<context>
    <name>MatrixDetails</name>
    <message>
        <source>What the row stands for</source>
        <translation>Що стоїть за рядком</translation>
    </message>
    <message>
        <source>Withdraw the account</source>
        <translation>Вилучити версію</translation>
    </message>
    <message>
        <source>ROW</source>
        <translation>РЯДОК</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>ВЕРСІЯ</translation>
    </message>
    <message>
        <source>edit matrix row</source>
        <translation>редагування рядка матриці</translation>
    </message>
    <message>
        <source>edit account</source>
        <translation>редагування версії</translation>
    </message>
    <message>
        <source>withdraw account</source>
        <translation>вилучення версії</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>What is known</source>
        <translation>Що відомо</translation>
    </message>
    <message>
        <source>Cred.</source>
        <translation>Дост.</translation>
    </message>
    <message>
        <source>Rel.</source>
        <translation>Дор.</translation>
    </message>
    <message>
        <source>Diag.</source>
        <translation>Діаг.</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Без нього</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Достовірність</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Доречність</translation>
    </message>
    <message>
        <source>Diagnosticity: how far the row tells the accounts apart, 0 to 4</source>
        <translation>Діагностичність: наскільки рядок розрізняє гіпотези, від 0 до 4</translation>
    </message>
    <message>
        <source>Which account would stand best without the row, where that changes</source>
        <translation>Яка версія стояла б найкраще без рядка, якщо це щось змінює</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Merge</source>
        <translation>Об’єднати</translation>
    </message>
    <message>
        <source>They are not the same</source>
        <translation>Це не те саме</translation>
    </message>
    <message>
        <source>One source instead of several</source>
        <translation>Одне джерело замість кількох</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Залишити %1</translation>
    </message>
    <message>
        <source>Evidence that moves to it: %1.</source>
        <translation>Доказів, що перейдуть до нього: %1.</translation>
    </message>
    <message>
        <source>citation data</source>
        <translation>дані для посилання</translation>
    </message>
    <message>
        <source>It takes over: %1.</source>
        <translation>Воно переймає: %1.</translation>
    </message>
    <message>
        <source>It keeps its own grade with its reason.</source>
        <translation>Воно зберігає свою оцінку з поясненням.</translation>
    </message>
    <message>
        <source>merge sources</source>
        <translation>об’єднання джерел</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Close this notice</source>
        <translation>Закрити це повідомлення</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening %1</source>
        <translation>Відкривається %1</translation>
    </message>
    <message>
        <source>Bringing %1 up to date</source>
        <translation>Оновлення: %1</translation>
    </message>
    <message>
        <source>Keeping a copy</source>
        <translation>Зберігається копія</translation>
    </message>
    <message>
        <source>Changing it</source>
        <translation>Вносяться зміни</translation>
    </message>
    <message>
        <source>The case was brought up to date; as it was, it is kept in %1.</source>
        <translation>Справу оновлено до нової схеми; попередній стан збережено в %1.</translation>
    </message>
    <message>
        <source>The case lies on a network folder: it is opened in a slower, safe way.</source>
        <translation>Справа лежить у мережевій теці: її відкрито повільніше, але безпечно.</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>The server answers again.</source>
        <translation>Сервер знову відповідає.</translation>
    </message>
    <message>
        <source>C%1, which you were looking at, was taken out of the case by %2.</source>
        <translation>C%1, яке ви переглядали, вилучено зі справи; це зробили: %2.</translation>
    </message>
    <message>
        <source>Copy what you were writing</source>
        <translation>Скопіювати написане вами</translation>
    </message>
    <message>
        <source>%2 changed C%1 while you are writing in it. A field keeps what is written last; the history of the case has both.</source>
        <translation>Поки ви пишете в C%1, його змінили: %2. У полі лишається те, що записано останнім; в історії справи є обидва варіанти.</translation>
    </message>
    <message>
        <source>The server does not answer. What was saved is safe there; until it answers again, nothing can be changed. Leave the window open: it goes on by itself.</source>
        <translation>Сервер не відповідає. Збережене на ньому в безпеці; доки він не відповість знову, нічого змінити не можна. Лишіть вікно відкритим: робота продовжиться сама.</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>This document has no outline.</source>
        <translation>У цьому документі немає змісту.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Зміст</translation>
    </message>
    <message>
        <source>OUTLINE</source>
        <translation>ЗМІСТ</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Цю сторінку не вдається показати.</translation>
    </message>
    <message>
        <source>This page takes long to draw.</source>
        <translation>Ця сторінка довго малюється.</translation>
    </message>
</context>
<context>
    <name>PageField</name>
    <message>
        <source>Previous page</source>
        <translation>Попередня сторінка</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Наступна сторінка</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Сторінка</translation>
    </message>
</context>
<context>
    <name>PageLines</name>
    <message>
        <source>Page %1</source>
        <translation>Сторінка %1</translation>
    </message>
</context>
<context>
    <name>PageNames</name>
    <message>
        <source>(%1 of %2)</source>
        <translation>(%1 з %2)</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Regions can be marked on the pages of a PDF and on pictures; none shows here.</source>
        <translation>Ділянки можна позначати на сторінках PDF і на зображеннях; тут їх не видно.</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Знайти або виконати команду</translation>
    </message>
    <message>
        <source>A claim, a document, a command…</source>
        <translation>Твердження, документ, команда…</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Що підходить</translation>
    </message>
    <message>
        <source>No claim, document or command has these words. Search the texts with Ctrl+Shift+F.</source>
        <translation>Жодне твердження, документ чи команда не має цих слів. Тексти шукає Ctrl+Shift+F.</translation>
    </message>
</context>
<context>
    <name>PaletteButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>Знайти або виконати команду</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message>
        <source>Parts of the report</source>
        <translation>Частини звіту</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Вище (Alt+Up)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Нижче (Alt+Down)</translation>
    </message>
</context>
<context>
    <name>PassageCard</name>
    <message>
        <source>A region of the page</source>
        <translation>Ділянка сторінки</translation>
    </message>
    <message>
        <source>A region of picture %1</source>
        <translation>Ділянка зображення %1</translation>
    </message>
    <message>
        <source>Page %1 · %2</source>
        <translation>Сторінка %1 · %2</translation>
    </message>
    <message>
        <source>Show this passage</source>
        <translation>Показати цей уривок</translation>
    </message>
    <message>
        <source>Take this passage from the claim</source>
        <translation>Вилучити цей уривок із твердження</translation>
    </message>
    <message>
        <source>In an earlier edition only: waits for a decision</source>
        <translation>Лише в попередній редакції: чекає рішення</translation>
    </message>
    <message>
        <source>In an earlier edition only</source>
        <translation>Лише в попередній редакції</translation>
    </message>
</context>
<context>
    <name>PasteReferences</name>
    <message>
        <source>References</source>
        <translation>Посилання на літературу</translation>
    </message>
    <message>
        <source>Paste a DOI, a link, RIS, BibTeX or CSL JSON; several are taken at once</source>
        <translation>Вставте DOI, посилання, RIS, BibTeX або CSL JSON; можна кілька одразу</translation>
    </message>
    <message>
        <source>Add sources</source>
        <translation>Додати джерела</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>This is a long list: import it as a file.</source>
        <translation>Це довгий список: імпортуйте його файлом.</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>вставлений текст</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Нове: %1</translation>
    </message>
    <message>
        <source>In the case: %1</source>
        <translation>Є у справі: %1</translation>
    </message>
    <message>
        <source>add sources</source>
        <translation>додавання джерел</translation>
    </message>
    <message>
        <source>Sources added: %1. In the case already: %2.</source>
        <translation>Додано джерел: %1. Уже є у справі: %2.</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Read the text…</source>
        <translation>Прочитати текст…</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>Прибрати це повідомлення</translation>
    </message>
    <message>
        <source>A picture without text. Mark a region with M, or let Tesseract read it.</source>
        <translation>Зображення без тексту. Позначте ділянку клавішею M або доручіть Tesseract його прочитати.</translation>
    </message>
    <message>
        <source>This file has %1 pages, of which the first %2 are shown. To read and to quote the others, save it as a PDF and add that, too.</source>
        <translation>Цей файл має сторінок: %1; показано перші %2. Щоб читати й цитувати решту, збережіть його як PDF і додайте також.</translation>
    </message>
    <message>
        <source>Pages that are pictures without text: %1. Mark a region with M, or let Tesseract read them.</source>
        <translation>Сторінки, що є зображеннями без тексту: %1. Позначте ділянку клавішею M або доручіть Tesseract їх прочитати.</translation>
    </message>
    <message>
        <source>Read by OCR (%1, %2 sure): compare quotes with the picture.</source>
        <translation>Розпізнано (OCR: %1, певність %2): звіряйте цитати із зображенням.</translation>
    </message>
    <message>
        <source>Pages read by OCR (%1, %2 sure): %3. Compare quotes with the picture.</source>
        <translation>Сторінки, розпізнані (OCR: %1, певність %2): %3. Звіряйте цитати із зображенням.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Attribution</source>
        <translation>Атрибуція</translation>
    </message>
    <message>
        <source>Competing accounts</source>
        <translation>Конкурентні гіпотези</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Докази</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Дошка</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
</context>
<context>
    <name>PointsModel</name>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Preview of the report</source>
        <translation>Попередній перегляд звіту</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>Сторінки звіту</translation>
    </message>
</context>
<context>
    <name>PreviewOfChanges</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Nothing is new in this file.</source>
        <translation>У цьому файлі немає нічого нового.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Пропущено: %1</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Хто</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Rated</source>
        <translation>Оцінено</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>PROPOSED CHANGES</source>
        <translation>ЗАПРОПОНОВАНІ ЗМІНИ</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>Proposed changes</source>
        <translation>Запропоновані зміни</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Прийняти все</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>No proposed change waits for a decision. They come from a Word file that an editor changed: File &gt; Take back a Word report.</source>
        <translation>Жодна запропонована зміна не чекає на рішення. Вони надходять із файлу Word, який змінив редактор: Файл &gt; Прийняти звіт Word назад.</translation>
    </message>
    <message>
        <source>accept all changes</source>
        <translation>прийняти всі зміни</translation>
    </message>
</context>
<context>
    <name>ProposedChange</name>
    <message>
        <source>Mark as done</source>
        <translation>Позначити зробленим</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Прийняти</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Відхилити</translation>
    </message>
    <message>
        <source>accept change</source>
        <translation>прийняти зміну</translation>
    </message>
    <message>
        <source>reject change</source>
        <translation>відхилити зміну</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>The rating still holds</source>
        <translation>Оцінка лишається чинною</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Обґрунтування</translation>
    </message>
    <message>
        <source>Why? What the verdict rests on.</source>
        <translation>Чому? На чому стоїть вердикт.</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>По одному в рядку</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>ВЕРДИКТ</translation>
    </message>
    <message>
        <source>CONFIDENCE</source>
        <translation>ВПЕВНЕНІСТЬ</translation>
    </message>
    <message>
        <source>LIKELIHOOD</source>
        <translation>ІМОВІРНІСТЬ</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>ОБҐРУНТУВАННЯ</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Що встановлено</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Виправлення</translation>
    </message>
    <message>
        <source>Key assumptions</source>
        <translation>Ключові припущення</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Прогалини</translation>
    </message>
    <message>
        <source>What would change our mind</source>
        <translation>Що змінило б нашу думку</translation>
    </message>
    <message>
        <source>Findings, correction, assumptions, gaps</source>
        <translation>Висновки, виправлення тощо</translation>
    </message>
    <message>
        <source>Less about the judgement</source>
        <translation>Менше про судження</translation>
    </message>
    <message>
        <source>Not a judgement about an unknown</source>
        <translation>Не судження про невідоме</translation>
    </message>
    <message>
        <source>change verdict</source>
        <translation>зміну вердикту</translation>
    </message>
    <message>
        <source>change confidence</source>
        <translation>зміну впевненості</translation>
    </message>
    <message>
        <source>change likelihood</source>
        <translation>зміну ймовірності</translation>
    </message>
    <message>
        <source>confirm rating</source>
        <translation>підтвердження оцінки</translation>
    </message>
    <message>
        <source>edit reason</source>
        <translation>редагування обґрунтування</translation>
    </message>
    <message>
        <source>edit correction</source>
        <translation>редагування виправлення</translation>
    </message>
    <message>
        <source>edit findings</source>
        <translation>редагування висновків</translation>
    </message>
    <message>
        <source>edit assumptions</source>
        <translation>редагування припущень</translation>
    </message>
    <message>
        <source>edit gaps</source>
        <translation>редагування прогалин</translation>
    </message>
    <message>
        <source>edit what would change our mind</source>
        <translation>редагування того, що змінило б нашу думку</translation>
    </message>
</context>
<context>
    <name>RatingHistory</name>
    <message>
        <source>HISTORY OF THE RATING</source>
        <translation>ІСТОРІЯ ОЦІНКИ</translation>
    </message>
    <message>
        <source>All steps: %1</source>
        <translation>Усі кроки: %1</translation>
    </message>
    <message>
        <source>%1 judges otherwise: %2</source>
        <translation>%1 вважає інакше: %2</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Не оцінено</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>A frame of %1 is not in this file.</source>
        <translation>Фрейму з адреси %1 у цьому файлі немає.</translation>
    </message>
    <message>
        <source>A diagram stands here. Only Word draws it: look at it there.</source>
        <translation>Тут стоїть схема. Її малює лише Word: погляньте на неї там.</translation>
    </message>
    <message>
        <source>A picture stands here. Only Word draws it: look at it there.</source>
        <translation>Тут стоїть зображення. Його малює лише Word: подивіться на нього там.</translation>
    </message>
    <message>
        <source>A chart stands here. Only Word draws it: look at it there.</source>
        <translation>Тут стоїть діаграма. Її малює лише Word: погляньте на неї там.</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Сторінка %1 з %2</translation>
    </message>
    <message>
        <source>Page %3 (%1 of %2)</source>
        <translation>Сторінка %3 (%1 з %2)</translation>
    </message>
</context>
<context>
    <name>RecentLine</name>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (немає)</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Забути %1</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Відкрити &amp;останні</translation>
    </message>
</context>
<context>
    <name>Regroup</name>
    <message>
        <source>Statement of the new claim</source>
        <translation>Формулювання нового твердження</translation>
    </message>
    <message>
        <source>What the claim also says, as a sentence</source>
        <translation>Що твердження каже ще, одним реченням</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Розділити</translation>
    </message>
    <message>
        <source>The claim that becomes one with this</source>
        <translation>Твердження, яке стане одним із цим</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Об’єднати</translation>
    </message>
    <message>
        <source>Split this claim</source>
        <translation>Розділити це твердження</translation>
    </message>
    <message>
        <source>Merge another claim into this one</source>
        <translation>Об’єднати інше твердження з цим</translation>
    </message>
    <message>
        <source>Its passages, sources and comments move here; its ratings stay with it, withdrawn.</source>
        <translation>Його уривки, джерела й коментарі перейдуть сюди; його оцінки лишаться з ним, відкликаним.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Goes along with the new claim:</source>
        <translation>Переходить до нового твердження:</translation>
    </message>
    <message>
        <source>split claim</source>
        <translation>розділення твердження</translation>
    </message>
    <message>
        <source>Name one other claim: its number, such as C12, or some of its words.</source>
        <translation>Назвіть одне інше твердження: номером, як-от C12, або кількома словами.</translation>
    </message>
    <message>
        <source>merge claims</source>
        <translation>об’єднання тверджень</translation>
    </message>
</context>
<context>
    <name>RelationLine</name>
    <message>
        <source>Take this relation away</source>
        <translation>Прибрати цей зв’язок</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>RELATED CLAIMS</source>
        <translation>ПОВ’ЯЗАНІ ТВЕРДЖЕННЯ</translation>
    </message>
    <message>
        <source>Relate this claim to another</source>
        <translation>Пов’язати це твердження з іншим</translation>
    </message>
    <message>
        <source>How it stands to the other claim</source>
        <translation>Як воно стоїть до іншого</translation>
    </message>
    <message>
        <source>The other claim</source>
        <translation>Інше твердження</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>Пов’язати</translation>
    </message>
    <message>
        <source>Name one other claim: its number, such as C12, or some of its words.</source>
        <translation>Назвіть одне інше твердження: номером, як-от C12, або кількома словами.</translation>
    </message>
    <message>
        <source>relate claims</source>
        <translation>пов’язування тверджень</translation>
    </message>
    <message>
        <source>take relation away</source>
        <translation>прибирання зв’язку</translation>
    </message>
</context>
<context>
    <name>Remark</name>
    <message>
        <source>edited</source>
        <translation>змінено</translation>
    </message>
    <message>
        <source>Edit or withdraw this comment</source>
        <translation>Змінити чи відкликати цей коментар</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Відкликати</translation>
    </message>
    <message>
        <source>Mark as settled</source>
        <translation>Позначити вирішеним</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Відкрити знову</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Ваш коментар</translation>
    </message>
    <message>
        <source>Ctrl+Return or Escape when you are done</source>
        <translation>Ctrl+Return або Escape, коли закінчите</translation>
    </message>
    <message>
        <source>edit comment</source>
        <translation>редагування коментаря</translation>
    </message>
    <message>
        <source>withdraw comment</source>
        <translation>відкликання коментаря</translation>
    </message>
    <message>
        <source>settle comment</source>
        <translation>закриття коментаря</translation>
    </message>
    <message>
        <source>open comment again</source>
        <translation>повторне відкриття коментаря</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>%1 has no highlights or comments that are not in the case already.</source>
        <translation>У %1 немає виділень чи коментарів, яких ще немає у справі.</translation>
    </message>
    <message>
        <source>Highlights and comments that somebody put into %1: %2. Take them over?</source>
        <translation>Виділення та коментарі, які хтось додав у %1: %2. Перейняти їх?</translation>
    </message>
    <message>
        <source>As a note of the document</source>
        <translation>Як нотатку до документа</translation>
    </message>
    <message>
        <source>As claims</source>
        <translation>Як твердження</translation>
    </message>
    <message>
        <source>take over remarks</source>
        <translation>перейняття приміток</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>Перейнято: %1</translation>
    </message>
</context>
<context>
    <name>RemovedDialog</name>
    <message>
        <source>Removed documents</source>
        <translation>Вилучені документи</translation>
    </message>
    <message>
        <source>claims: %1</source>
        <translation>твердження: %1</translation>
    </message>
    <message>
        <source>No document of this case was removed.</source>
        <translation>Жоден документ цієї справи не вилучено.</translation>
    </message>
    <message>
        <source>Nothing is deleted: a document comes back with the passages in it.</source>
        <translation>Нічого не видаляється: документ повертається разом з уривками в ньому.</translation>
    </message>
    <message>
        <source>restore document</source>
        <translation>відновлення документа</translation>
    </message>
</context>
<context>
    <name>Remover</name>
    <message>
        <source>remove document</source>
        <translation>вилучення документа</translation>
    </message>
</context>
<context>
    <name>RemovingDialog</name>
    <message>
        <source>Remove the document?</source>
        <translation>Вилучити документ?</translation>
    </message>
    <message>
        <source>Claims with a passage in “%2”: %1</source>
        <translation>Твердження з уривком у «%2»: %1</translation>
    </message>
    <message>
        <source>They stay in the case with their ratings and sources, but without these passages: no list, page or report shows them. Undo, or File &gt; Removed documents, brings the document back with every passage.</source>
        <translation>Вони залишаються у справі зі своїми оцінками та джерелами, але без цих уривків: їх не показує жоден список, сторінка чи звіт. Скасування або «Файл &gt; Вилучені документи» повертає документ з усіма уривками.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <source>Remove the document</source>
        <translation>Вилучити документ</translation>
    </message>
</context>
<context>
    <name>Replacer</name>
    <message>
        <source>looking for the passages</source>
        <translation>пошук уривків</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Читається %1</translation>
    </message>
    <message>
        <source>replace document</source>
        <translation>заміну документа</translation>
    </message>
    <message>
        <source>%1 is the new edition. Passages taken over: %2. To decide: %3.</source>
        <translation>%1 — нова версія. Перенесено уривків: %2. Треба вирішити: %3.</translation>
    </message>
    <message>
        <source>%1 was read again. Passages taken over: %2. To decide: %3.</source>
        <translation>%1 прочитано знову. Перенесено уривків: %2. Треба вирішити: %3.</translation>
    </message>
    <message>
        <source>read document again</source>
        <translation>повторне читання документа</translation>
    </message>
    <message>
        <source>Decide now</source>
        <translation>Вирішити зараз</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показати їх</translation>
    </message>
    <message>
        <source>No passage of this document waits for a decision.</source>
        <translation>Жоден уривок цього документа не чекає на рішення.</translation>
    </message>
    <message>
        <source>Looking for the passages</source>
        <translation>Пошук уривків</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Language of the report</source>
        <translation>Мова звіту</translation>
    </message>
    <message>
        <source>Citation style</source>
        <translation>Стиль цитування</translation>
    </message>
    <message>
        <source>Page numbers as LibreOffice lays the report out</source>
        <translation>Номери сторінок за версткою LibreOffice</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Діаграми</translation>
    </message>
    <message>
        <source>Comments in the margin</source>
        <translation>Коментарі на полях</translation>
    </message>
    <message>
        <source>Keep this report to compare with the next</source>
        <translation>Зберегти цей звіт, щоб порівняти з наступним</translation>
    </message>
    <message>
        <source>As the case</source>
        <translation>Як у справи</translation>
    </message>
    <message>
        <source>The one that comes with Verifier</source>
        <translation>Той, що постачається з Verifier</translation>
    </message>
    <message>
        <source>Made from the counts when left empty</source>
        <translation>Якщо порожньо, складається з підсумків</translation>
    </message>
    <message>
        <source>Parts and their order</source>
        <translation>Частини та їхній порядок</translation>
    </message>
    <message>
        <source>Bottom line on the cover</source>
        <translation>Головний висновок на обкладинці</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>Номер звіту</translation>
    </message>
    <message>
        <source>Choose a citation style (CSL file)</source>
        <translation>Вибрати стиль цитування (файл CSL)</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Вибрати шаблон</translation>
    </message>
    <message>
        <source>Template (Word file)</source>
        <translation>Шаблон (файл Word)</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Made by hand</source>
        <translation>Зроблено вручну</translation>
    </message>
    <message>
        <source>Before going back</source>
        <translation>Перед поверненням</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Перед: %1</translation>
    </message>
    <message>
        <source>Restore points</source>
        <translation>Точки відновлення</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Зробити зараз</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показати теку</translation>
    </message>
    <message>
        <source>Go back to this one</source>
        <translation>Повернутися до цієї</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Copies of the case, made before merging, a new edition, taking back, and whatever changes much at once. The newest ten are kept. Going back keeps the case as it is now as a restore point, too.</source>
        <translation>Копії справи, зроблені перед об’єднанням, новою версією, прийманням назад і всім, що змінює багато відразу. Зберігаються десять найновіших. Повернення також зберігає теперішню справу як точку відновлення.</translation>
    </message>
    <message>
        <source>Making a restore point</source>
        <translation>Створюю точку відновлення</translation>
    </message>
    <message>
        <source>The case is as it was at %1.</source>
        <translation>Справа така, як була %1.</translation>
    </message>
    <message>
        <source>Going back to a restore point</source>
        <translation>Повернення до точки відновлення</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>What is to change? Return sends it</source>
        <translation>Що змінити? Enter надсилає</translation>
    </message>
    <message>
        <source>What is to change</source>
        <translation>Що змінити</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>Надіслати на розгляд</translation>
    </message>
    <message>
        <source>Request changes</source>
        <translation>Попросити змін</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Схвалити</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Відкрити знову</translation>
    </message>
    <message>
        <source>Waits for an editor.</source>
        <translation>Чекає на редактора.</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… і ще %1</translation>
    </message>
    <message>
        <source>submit claim</source>
        <translation>надсилання твердження</translation>
    </message>
    <message>
        <source>approve claim</source>
        <translation>схвалення твердження</translation>
    </message>
    <message>
        <source>reopen claim</source>
        <translation>повторне відкриття твердження</translation>
    </message>
    <message>
        <source>request changes</source>
        <translation>запит на зміни</translation>
    </message>
</context>
<context>
    <name>SampleMaker</name>
    <message>
        <source>Building the sample case</source>
        <translation>Створюється справа-зразок</translation>
    </message>
</context>
<context>
    <name>ScaleEditor</name>
    <message>
        <source>Scales</source>
        <translation>Шкали</translation>
    </message>
    <message>
        <source>Copy it to change it</source>
        <translation>Копіювати, щоб змінити</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Імпорт…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>own</source>
        <translation>власна</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>вбудована</translation>
    </message>
    <message>
        <source>This scale ships with Verifier. Copy it to change it.</source>
        <translation>Ця шкала входить до Verifier. Скопіюйте її, щоб змінити.</translation>
    </message>
    <message>
        <source>Not written. %1</source>
        <translation>Не записано. %1</translation>
    </message>
    <message>
        <source>Another scale of yours is called “%1”.</source>
        <translation>Інша ваша шкала називається «%1».</translation>
    </message>
    <message>
        <source>Choose another short name.</source>
        <translation>Виберіть іншу коротку назву.</translation>
    </message>
    <message>
        <source>Written. A case takes it over when it is chosen in the case&apos;s settings.</source>
        <translation>Записано. Справа перейме її, коли її вибрати в налаштуваннях справи.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (копія)</translation>
    </message>
    <message>
        <source>Remove that one first, or change the id in the file.</source>
        <translation>Спершу приберіть ту або змініть id у файлі.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>The text on the chip of “%1” is hard to read: %2 : 1, 4.5 is wanted.</source>
        <translation>Текст на позначці «%1» важко читати: %2 : 1, потрібно 4,5.</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>Only the pages of a PDF can be read by their pictures.</source>
        <translation>За зображеннями можна читати лише сторінки PDF.</translation>
    </message>
    <message>
        <source>Tesseract reads %1</source>
        <translation>Tesseract читає %1</translation>
    </message>
    <message>
        <source>Tesseract saw no text on these pages.</source>
        <translation>Tesseract не бачить тексту на цих сторінках.</translation>
    </message>
    <message>
        <source>read scanned pages</source>
        <translation>читання сканованих сторінок</translation>
    </message>
    <message>
        <source>Tesseract saw text (pages: %1) and is %2 % sure. It is in a new edition of %3: compare quotes with the picture.</source>
        <translation>Tesseract бачить текст на стількох сторінках: %1, певний на %2 %. Він у новій версії %3: звіряйте цитати із зображенням.</translation>
    </message>
    <message>
        <source>Tesseract saw no text in %1.</source>
        <translation>Tesseract не бачить тексту в %1.</translation>
    </message>
    <message>
        <source>read text of evidence</source>
        <translation>читання тексту доказу</translation>
    </message>
    <message>
        <source>Tesseract saw text in %1 and is %2 % sure: compare quotes with the picture. The file is as it was.</source>
        <translation>Tesseract бачить текст у %1 і певен на %2 %: звіряйте цитати із зображенням. Файл лишився, яким був.</translation>
    </message>
    <message>
        <source>Quotes whose words are no longer in the text of %1: %2.</source>
        <translation>Цитати, слів яких уже немає в тексті %1: %2.</translation>
    </message>
</context>
<context>
    <name>ScansDialog</name>
    <message>
        <source>Read the text of %1</source>
        <translation>Прочитати текст %1</translation>
    </message>
    <message>
        <source>Pages without text: %1</source>
        <translation>Сторінки без тексту: %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Сторінка %1</translation>
    </message>
    <message>
        <source>All pages: %1</source>
        <translation>Усі сторінки: %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Сторінки</translation>
    </message>
    <message>
        <source>Languages of the pages</source>
        <translation>Мови сторінок</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитати</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Tesseract %1 reads in the background; the status bar shows how far it is. What it saw is marked as such: compare quotes with the picture.</source>
        <translation>Tesseract %1 читає у тлі; рядок стану показує, докуди дійшло. Побачене так і позначено: звіряйте цитати із зображенням.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>p. %1</source>
        <translation>с. %1</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search across the case</source>
        <translation>Пошук у всій справі</translation>
    </message>
    <message>
        <source>Search everything: words, &quot;a phrase&quot;, verdict:false, by:AN, in:claims…</source>
        <translation>Шукайте все: слова, &quot;фраза&quot;, verdict:false, by:AN, in:claims…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Що встановлено</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Пошук…</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Можливо, ви шукали «%1»?</translation>
    </message>
    <message>
        <source>Return goes there, Escape closes.</source>
        <translation>Enter переходить туди, Escape закриває.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Нічого не знайдено.</translation>
    </message>
    <message>
        <source>Found: %1. Return goes there, Escape closes.</source>
        <translation>Знайдено: %1. Enter переходить туди, Escape закриває.</translation>
    </message>
    <message>
        <source>Nothing was found: there is no %1.</source>
        <translation>Нічого не знайдено: тут немає %1.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Оцінки</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Коментарі</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>Цитування</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Докази</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Open a case on a server</source>
        <translation>Відкрити справу на сервері</translation>
    </message>
    <message>
        <source>Show its cases</source>
        <translation>Показати його справи</translation>
    </message>
    <message>
        <source>Begin it there</source>
        <translation>Почати її там</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Its cases stand here once it is asked.</source>
        <translation>Його справи з’являться тут, щойно його запитають.</translation>
    </message>
    <message>
        <source>Kept nowhere; empty where none is needed</source>
        <translation>Ніде не зберігається; порожньо, якщо не потрібен</translation>
    </message>
    <message>
        <source>Cases on the server</source>
        <translation>Справи на сервері</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Address of the server&apos;s database</source>
        <translation>Адреса бази даних сервера</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>A new case, by its title</source>
        <translation>Нова справа, за її назвою</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Запитуємо сервер…</translation>
    </message>
    <message>
        <source>There is no case yet: begin one below.</source>
        <translation>Справ ще немає: почніть одну нижче.</translation>
    </message>
    <message>
        <source>Beginning the case…</source>
        <translation>Починаємо справу…</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світлі</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темні</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Кольори</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ви</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше ім&apos;я</translation>
    </message>
    <message>
        <source>A new name counts from the next case you open.</source>
        <translation>Нове ім&apos;я діє від наступної відкритої справи.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вигляд</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>Розмір тексту й елементів</translation>
    </message>
    <message>
        <source>Offer to capture web pages in the evidence locker</source>
        <translation>Пропонувати фіксувати вебсторінки у сховищі доказів</translation>
    </message>
    <message>
        <source>Verifier makes no network connection by itself. With this on, the form of a link has a button that fetches that one page, its pictures and style sheets, after asking each time. No scripts are run and no cookies are kept.</source>
        <translation>Сам Verifier не з’єднується з мережею. Якщо це ввімкнено, форма посилання має кнопку, яка завантажує лише цю сторінку, її зображення та стилі, щоразу питаючи. Скрипти не виконуються, куки не зберігаються.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Мережа</translation>
    </message>
    <message>
        <source>Save a sheet to print…</source>
        <translation>Зберегти аркуш для друку…</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сполучення клавіш</translation>
    </message>
    <message>
        <source>Language and size count from the next start of Verifier.</source>
        <translation>Мова й розмір діють від наступного запуску Verifier.</translation>
    </message>
    <message>
        <source>Shortcuts of Verifier</source>
        <translation>Сполучення клавіш Verifier</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>That document is no longer in the case.</source>
        <translation>Цього документа вже немає у справі.</translation>
    </message>
    <message>
        <source>Working: %1</source>
        <translation>Виконується: %1</translation>
    </message>
    <message>
        <source>“%1” is still under way. Wait for it, or stop it.</source>
        <translation>«%1» ще триває. Зачекайте або зупиніть.</translation>
    </message>
    <message>
        <source>%1 is open in another window of yours.</source>
        <translation>%1 відкрито в іншому вашому вікні.</translation>
    </message>
    <message>
        <source>Go on there, or close it there first.</source>
        <translation>Продовжуйте там або спершу закрийте його там.</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Нове сполучення</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Застосувати</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Як було</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already.</source>
        <translation>%1 уже належить команді «%2».</translation>
    </message>
</context>
<context>
    <name>SourceDetails</name>
    <message>
        <source>Add a publication</source>
        <translation>Додати публікацію</translation>
    </message>
    <message>
        <source>Withdraw the source</source>
        <translation>Вилучити джерело</translation>
    </message>
    <message>
        <source>Copy the reference</source>
        <translation>Копіювати посилання</translation>
    </message>
    <message>
        <source>Open the link in the browser</source>
        <translation>Відкрити посилання в браузері</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Нікого не вибрано</translation>
    </message>
    <message>
        <source>edit source</source>
        <translation>редагування джерела</translation>
    </message>
    <message>
        <source>withdraw source</source>
        <translation>вилучення джерела</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>New source</source>
        <translation>Нове джерело</translation>
    </message>
    <message>
        <source>Paste references…</source>
        <translation>Вставити посилання…</translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation>Імпортувати файл…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation>Фільтр джерел</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>No source is chosen</source>
        <translation>Джерело не вибрано</translation>
    </message>
    <message>
        <source>Choose one to grade it and to complete its reference. Paste a DOI, a link or a list from another tool to make new ones.</source>
        <translation>Виберіть джерело, щоб оцінити його й доповнити посилання. Щоб створити нові, вставте DOI, посилання або список з іншої програми.</translation>
    </message>
    <message>
        <source>Possible duplicates: %1</source>
        <translation>Можливі дублікати: %1</translation>
    </message>
    <message>
        <source>add source</source>
        <translation>додавання джерела</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Читання %1</translation>
    </message>
    <message>
        <source>They have the same DOI.</source>
        <translation>У них однаковий DOI.</translation>
    </message>
    <message>
        <source>They have the same link.</source>
        <translation>У них однакове посилання.</translation>
    </message>
    <message>
        <source>Their titles are alike.</source>
        <translation>Їхні назви схожі.</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Оцінка</translation>
    </message>
    <message>
        <source>Cited</source>
        <translation>Цитовано</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>New case</source>
        <translation>Нова справа</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Відкрити справу</translation>
    </message>
    <message>
        <source>Try the sample case</source>
        <translation>Спробувати справу-зразок</translation>
    </message>
    <message>
        <source>RECENT CASES</source>
        <translation>ОСТАННІ СПРАВИ</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше ім&apos;я</translation>
    </message>
    <message>
        <source>First name and surname</source>
        <translation>Ім&apos;я та прізвище</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>Як вас звати?</translation>
    </message>
    <message>
        <source>It stands beside every claim, rating and comment of yours, and in the Word report.</source>
        <translation>Воно стоїть біля кожного вашого твердження, оцінки й коментаря, а також у звіті Word.</translation>
    </message>
    <message>
        <source>Check a report line by line: claims, sources, ratings, and a Word report.</source>
        <translation>Перевірте звіт рядок за рядком: твердження, джерела, оцінки та звіт у Word.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Claims in this document: %1</source>
        <translation>Тверджень у цьому документі: %1</translation>
    </message>
    <message>
        <source>Claims in the case: %1</source>
        <translation>Тверджень у справі: %1</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Усі зміни збережено</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Збереження…</translation>
    </message>
    <message>
        <source>Not saved: a field needs mending</source>
        <translation>Не збережено: виправте поле</translation>
    </message>
</context>
<context>
    <name>TableEdits</name>
    <message>
        <source>Nobody</source>
        <translation>Ніхто</translation>
    </message>
    <message>
        <source>set status</source>
        <translation>зміну стану</translation>
    </message>
    <message>
        <source>withdraw claims</source>
        <translation>відкликання тверджень</translation>
    </message>
    <message>
        <source>edit claim</source>
        <translation>редагування твердження</translation>
    </message>
    <message>
        <source>edit tags</source>
        <translation>зміну міток</translation>
    </message>
    <message>
        <source>edit claims</source>
        <translation>редагування тверджень</translation>
    </message>
    <message>
        <source>merge claims</source>
        <translation>об’єднання тверджень</translation>
    </message>
    <message>
        <source>%1 claims are written: %2</source>
        <translation>Записано тверджень: %1, файл: %2</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>Views of the table</source>
        <translation>Подання таблиці</translation>
    </message>
    <message>
        <source>Group the claims</source>
        <translation>Групувати твердження</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Вибрати стовпці</translation>
    </message>
    <message>
        <source>Export these lines as CSV</source>
        <translation>Експортувати ці рядки як CSV</translation>
    </message>
    <message>
        <source>Name of the view, then Return</source>
        <translation>Назва подання, потім Enter</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Назва подання</translation>
    </message>
    <message>
        <source>Words of any column; status:approved looks in one column only</source>
        <translation>Слова будь-якого стовпця; status:схвалено шукає лише в одному</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Подання: %1</translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation>Зберегти це подання…</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Прибрати подання</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Без груп</translation>
    </message>
</context>
<context>
    <name>TableViews</name>
    <message>
        <source>All claims</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Призначені мені</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Нікому не призначені</translation>
    </message>
    <message>
        <source>Still to be rated</source>
        <translation>Ще не оцінені</translation>
    </message>
    <message>
        <source>Without sources</source>
        <translation>Без джерел</translation>
    </message>
    <message>
        <source>Not independently confirmed</source>
        <translation>Без незалежного підтвердження</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Прострочені</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>Чекають на розгляд</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Looking for tables in %1</source>
        <translation>Пошук таблиць у %1</translation>
    </message>
    <message>
        <source>Look in all pages</source>
        <translation>Шукати на всіх сторінках</translation>
    </message>
    <message>
        <source>This document has no table.</source>
        <translation>У цьому документі немає таблиць.</translation>
    </message>
    <message>
        <source>No table was found in the region that is marked.</source>
        <translation>У позначеній ділянці таблиці не знайдено.</translation>
    </message>
    <message>
        <source>No page has a table with rules around its cells.</source>
        <translation>На жодній сторінці немає таблиці з лініями навколо клітинок.</translation>
    </message>
    <message>
        <source>Page %1 has no table with rules around its cells.</source>
        <translation>На сторінці %1 немає таблиці з лініями навколо клітинок.</translation>
    </message>
    <message>
        <source>For another table mark the region around it (M), then ask again.</source>
        <translation>Для іншої таблиці позначте ділянку навколо неї (M) і запитайте знову.</translation>
    </message>
</context>
<context>
    <name>TablesDialog</name>
    <message>
        <source>Tables of %1</source>
        <translation>Таблиці: %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Таблиці</translation>
    </message>
    <message>
        <source>Cells of the table</source>
        <translation>Клітинки таблиці</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Copy the selected cells, or all, for a spreadsheet</source>
        <translation>Копіювати виділені клітинки, або всі, для електронної таблиці</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Зберегти як CSV…</translation>
    </message>
    <message>
        <source>Look in all pages</source>
        <translation>Шукати на всіх сторінках</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>A cell is as it stands on the page; compare before you rely on it.</source>
        <translation>Клітинка така, як на сторінці; звірте, перш ніж покладатися на неї.</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Таблиця %1</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>с. %1</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>рядків: %1, стовпців: %2</translation>
    </message>
    <message>
        <source>The table is in %1.</source>
        <translation>Таблицю збережено в %1.</translation>
    </message>
</context>
<context>
    <name>ThumbnailsPanel</name>
    <message>
        <source>Pages</source>
        <translation>Сторінки</translation>
    </message>
    <message>
        <source>This document has no pages.</source>
        <translation>Цей документ не має сторінок.</translation>
    </message>
    <message>
        <source>PAGES</source>
        <translation>СТОРІНКИ</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Attribution</source>
        <translation>Атрибуція</translation>
    </message>
    <message>
        <source>Who is said to have done it</source>
        <translation>Кого називають виконавцем</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Новий інцидент</translation>
    </message>
    <message>
        <source>Record attribution</source>
        <translation>Записати атрибуцію</translation>
    </message>
    <message>
        <source>Nobody has been named yet</source>
        <translation>Ще нікого не названо</translation>
    </message>
    <message>
        <source>Record who says who did it, since when, and in which words they put their confidence. Our own rating stands apart from theirs.</source>
        <translation>Запишіть, хто кого звинувачує, відколи й якими словами описує свою впевненість. Наша власна оцінка стоїть окремо.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Панель інструментів</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Більше інструментів</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Світлі кольори</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Темні кольори</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Restore points…</source>
        <translation>Точки відновлення…</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Фільтр історії</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>Nothing here can be changed: every entry is chained to the one before.</source>
        <translation>Тут нічого не можна змінити: кожен запис зчеплено з попереднім.</translation>
    </message>
</context>
<context>
    <name>TrailModel</name>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Хто</translation>
    </message>
    <message>
        <source>Did what</source>
        <translation>Що зроблено</translation>
    </message>
    <message>
        <source>From what to what</source>
        <translation>Що на що</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>Nothing is left to check: every claim is rated.</source>
        <translation>Перевіряти більше нічого: усі твердження оцінено.</translation>
    </message>
    <message>
        <source>set worth</source>
        <translation>зміну вартості перевірки</translation>
    </message>
    <message>
        <source>set priority</source>
        <translation>зміну пріоритету</translation>
    </message>
    <message>
        <source>assign claim</source>
        <translation>призначення твердження</translation>
    </message>
    <message>
        <source>set status</source>
        <translation>зміну стану</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Nothing is rated yet</source>
        <translation>Ще нічого не оцінено</translation>
    </message>
</context>
<context>
    <name>VerdictFilter</name>
    <message>
        <source>Filter by verdict</source>
        <translation>Фільтр за вердиктом</translation>
    </message>
    <message>
        <source>More verdicts</source>
        <translation>Інші вердикти</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Усі %1</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Не оцінено</translation>
    </message>
</context>
<context>
    <name>WithdrawnDialog</name>
    <message>
        <source>Withdrawn claims</source>
        <translation>Відкликані твердження</translation>
    </message>
    <message>
        <source>Nothing is deleted: a claim comes back with its passages, sources and ratings.</source>
        <translation>Нічого не видаляється: твердження повертається з уривками, джерелами й оцінками.</translation>
    </message>
    <message>
        <source>No claim of this case is withdrawn.</source>
        <translation>У цій справі немає відкликаних тверджень.</translation>
    </message>
    <message>
        <source>restore claim</source>
        <translation>відновлення твердження</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Cover and bottom line</source>
        <translation>Обкладинка й головний висновок</translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation>Зміст</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Підсумок</translation>
    </message>
    <message>
        <source>Table of claims</source>
        <translation>Таблиця тверджень</translation>
    </message>
    <message>
        <source>Text with the claims marked</source>
        <translation>Текст із позначеними твердженнями</translation>
    </message>
    <message>
        <source>Card of each claim</source>
        <translation>Картка кожного твердження</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Атрибуція</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>Changes since the last report</source>
        <translation>Зміни від останнього звіту</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Примітки</translation>
    </message>
    <message>
        <source>Method and scales</source>
        <translation>Метод і шкали</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Журнал дій</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>Верстка сторінок</translation>
    </message>
    <message>
        <source>Word report</source>
        <translation>Звіт Word</translation>
    </message>
    <message>
        <source>Original with comments</source>
        <translation>Оригінал із коментарями</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Вебсторінка</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>Таблиці CSV</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Книга Excel</translation>
    </message>
    <message>
        <source>References (RIS)</source>
        <translation>Джерела (RIS)</translation>
    </message>
    <message>
        <source>References (CSL JSON)</source>
        <translation>Джерела (CSL JSON)</translation>
    </message>
    <message>
        <source>Web annotations</source>
        <translation>Вебанотації</translation>
    </message>
    <message>
        <source>ClaimReview mark-up</source>
        <translation>Розмітка ClaimReview</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>Проєкт REFI-QDA</translation>
    </message>
    <message>
        <source>STIX 2.1 bundle</source>
        <translation>Пакет STIX 2.1</translation>
    </message>
    <message>
        <source>The verification report for editors, with a comment at each claim.</source>
        <translation>Звіт про перевірку для редакторів, з коментарем біля кожного твердження.</translation>
    </message>
    <message>
        <source>The Word file or PDF as it came, with only highlights and comments added.</source>
        <translation>Файл Word або PDF, яким він надійшов, лише з виділеннями й коментарями.</translation>
    </message>
    <message>
        <source>The report as a PDF, made by LibreOffice, or a PDF of the case with notes.</source>
        <translation>Звіт як PDF через LibreOffice або PDF зі справи з нотатками.</translation>
    </message>
    <message>
        <source>One page that holds everything and needs no network.</source>
        <translation>Одна сторінка, що містить усе й не потребує мережі.</translation>
    </message>
    <message>
        <source>Claims, sources and citations, a file for each.</source>
        <translation>Твердження, джерела й цитування, кожне окремим файлом.</translation>
    </message>
    <message>
        <source>Claims, sources and citations, a sheet for each.</source>
        <translation>Твердження, джерела й цитування, кожне на своєму аркуші.</translation>
    </message>
    <message>
        <source>The sources for EndNote, Zotero and other libraries.</source>
        <translation>Джерела для EndNote, Zotero та інших бібліотек.</translation>
    </message>
    <message>
        <source>The sources for Zotero, Pandoc and other programs.</source>
        <translation>Джерела для Zotero, Pandoc та інших програм.</translation>
    </message>
    <message>
        <source>Every passage with its rating, as the W3C standard has it.</source>
        <translation>Кожен уривок з оцінкою за стандартом W3C.</translation>
    </message>
    <message>
        <source>Mark-up for the page of your fact check, which search engines read.</source>
        <translation>Розмітка для сторінки вашої перевірки, яку читають пошукові системи.</translation>
    </message>
    <message>
        <source>For ATLAS.ti, MAXQDA, NVivo and QualCoder.</source>
        <translation>Для ATLAS.ti, MAXQDA, NVivo та QualCoder.</translation>
    </message>
    <message>
        <source>Incident, actors and attributions for threat analysts.</source>
        <translation>Інцидент, виконавці й атрибуції для аналітиків загроз.</translation>
    </message>
    <message>
        <source>A rating is of the words as they stand now</source>
        <translation>Оцінка стосується теперішніх слів</translation>
    </message>
    <message>
        <source>A rating has a reason</source>
        <translation>Оцінка має обґрунтування</translation>
    </message>
    <message>
        <source>A rating rests on two independent sources</source>
        <translation>Оцінка спирається на два незалежні джерела</translation>
    </message>
    <message>
        <source>High confidence rests on an archived primary source</source>
        <translation>Висока впевненість спирається на заархівоване першоджерело</translation>
    </message>
    <message>
        <source>A verdict cites evidence</source>
        <translation>Вердикт посилається на докази</translation>
    </message>
    <message>
        <source>Every citation is graded</source>
        <translation>Кожне цитування оцінено</translation>
    </message>
    <message>
        <source>A likelihood comes with a confidence</source>
        <translation>Імовірність подано разом із впевненістю</translation>
    </message>
    <message>
        <source>Likelihood and confidence never stand in one sentence</source>
        <translation>Імовірність і впевненість ніколи не стоять в одному реченні</translation>
    </message>
    <message>
        <source>Quotes are found in the text of their evidence</source>
        <translation>Цитати знайдено в тексті доказів</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Вимкнено</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Попереджати</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Блокувати</translation>
    </message>
    <message>
        <source>No kind chosen</source>
        <translation>Вид не вибрано</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Контекст події</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Думка</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Не розпочато</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>У роботі</translation>
    </message>
    <message>
        <source>Ready for review</source>
        <translation>Готове до розгляду</translation>
    </message>
    <message>
        <source>Changes requested</source>
        <translation>Потрібні зміни</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Схвалено</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Виправлено</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Знято</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Ще не розглянуто</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Варто перевіряти</translation>
    </message>
    <message>
        <source>Partly worth checking</source>
        <translation>Варто перевіряти частково</translation>
    </message>
    <message>
        <source>Not worth checking</source>
        <translation>Не варто перевіряти</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Підтверджує</translation>
    </message>
    <message>
        <source>Refutes</source>
        <translation>Спростовує</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Неоднозначно</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Контекст</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>повторює</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>суперечить</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>залежить від</translation>
    </message>
    <message>
        <source>is part of</source>
        <translation>є частиною</translation>
    </message>
    <message>
        <source>is repeated by</source>
        <translation>повторене у</translation>
    </message>
    <message>
        <source>is contradicted by</source>
        <translation>заперечене у</translation>
    </message>
    <message>
        <source>is needed by</source>
        <translation>потрібне для</translation>
    </message>
    <message>
        <source>has as a part</source>
        <translation>має частиною</translation>
    </message>
    <message>
        <source>Checker</source>
        <translation>Фактчекер</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Редактор</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Власник</translation>
    </message>
    <message>
        <source>Submitted for review</source>
        <translation>Подано на перевірку</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Відкрито знову</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Вирішено</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Відкрито знову</translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation>Перефразовано</translation>
    </message>
    <message>
        <source>Proposed change</source>
        <translation>Запропонована зміна</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Оцінки</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Коментарі</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Формулювання</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Обґрунтування</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Що не так</translation>
    </message>
    <message>
        <source>How it should read</source>
        <translation>Як має бути</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Припущення</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Чого бракує</translation>
    </message>
    <message>
        <source>What would change this</source>
        <translation>Що це змінило б</translation>
    </message>
    <message>
        <source>How the passage should read</source>
        <translation>Як має звучати уривок</translation>
    </message>
    <message>
        <source>Elsewhere in the card</source>
        <translation>Деінде в картці</translation>
    </message>
</context>
<context>
    <name>_Taking</name>
    <message>
        <source>Taking %1 into the locker</source>
        <translation>%1 кладеться до сховища</translation>
    </message>
    <message>
        <source>add evidence</source>
        <translation>додавання доказу</translation>
    </message>
    <message>
        <source>%1 is in the locker now.</source>
        <translation>%1 тепер у сховищі.</translation>
    </message>
    <message>
        <source>Its text cannot be read: %1</source>
        <translation>Її текст не вдалося прочитати: %1</translation>
    </message>
</context>
</TS>
