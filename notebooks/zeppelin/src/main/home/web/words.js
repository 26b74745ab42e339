// What the report view itself says; the cards speak for themselves in the language they are asked in.
const words = {
  en: {
    skip: 'Skip to the cards',
    notes: 'Notes',
    client: 'Client',
    clientHint: 'number, e.g. 100002',
    show: 'Show',
    export: 'Export',
    print: 'Print',
    exported: 'Exported on {0} from credit-scoring.',
    language: 'Language',
    signOut: 'Sign out',
    signIn: 'Sign in',
    signInTitle: 'Sign in to the dashboard',
    user: 'User',
    password: 'Password',
    wrongSignIn: 'This user and password do not match. Ask your administrator if you have lost them.',
    signedOut: 'Your session has ended. Sign in again; the link still opens the same client.',
    unreachable: 'The dashboard’s server does not answer. Your page is kept: try again in a moment.',
    refusedRun: 'Zeppelin did not run this card ({0}). Try again; if it stays so, tell your administrator.',
    busyElsewhere: 'Another window of yours keeps asking for another client. Close it, or try again.',
    tryAgain: 'Try again',
    noNotes: 'There is no note that you may read. Ask your administrator.',
    nothing: 'This card has nothing to show.',
    working: 'Working…',
    drawn: 'Client {0}: all cards are up to date.',
    drawnNobody: 'All cards are up to date; no client is chosen.',
    whatItIs: 'Report view of credit-scoring, served by Apache Zeppelin. It shows notes and fills in their forms; it is not one of Zeppelin’s own interfaces and edits nothing.',
  },
  fr: {
    skip: 'Aller aux cartes',
    notes: 'Notes',
    client: 'Client',
    clientHint: 'numéro, p. ex. 100002',
    show: 'Voir',
    export: 'Exporter',
    print: 'Imprimer',
    exported: 'Exporté le {0} depuis credit-scoring.',
    language: 'Langue',
    signOut: 'Se déconnecter',
    signIn: 'Se connecter',
    signInTitle: 'Connexion au tableau de bord',
    user: 'Utilisateur',
    password: 'Mot de passe',
    wrongSignIn: 'Cet utilisateur et ce mot de passe ne vont pas ensemble. Demandez à votre administrateur si vous les avez perdus.',
    signedOut: 'Votre session est terminée. Reconnectez-vous ; le lien ouvre toujours le même client.',
    unreachable: 'Le serveur du tableau de bord ne répond pas. Votre page est gardée : réessayez dans un instant.',
    refusedRun: 'Zeppelin n’a pas exécuté cette carte ({0}). Réessayez ; si cela dure, prévenez votre administrateur.',
    busyElsewhere: 'Une autre de vos fenêtres demande sans cesse un autre client. Fermez-la, ou réessayez.',
    tryAgain: 'Réessayer',
    noNotes: 'Il n’y a pas de note que vous puissiez lire. Demandez à votre administrateur.',
    nothing: 'Cette carte n’a rien à montrer.',
    working: 'En cours…',
    drawn: 'Client {0} : toutes les cartes sont à jour.',
    drawnNobody: 'Toutes les cartes sont à jour ; aucun client n’est choisi.',
    whatItIs: 'Vue de rapport de credit-scoring, servie par Apache Zeppelin. Elle montre des notes et remplit leurs formulaires ; ce n’est pas une interface de Zeppelin et elle ne modifie rien.',
  },
};

/** The shipped notes by id, name and lead; others go by the name that their author gave them. */
const notes = {
  en: {
    CREDIT001: ['Client', 'One client: the decision, why, and what another person may make of it.'],
    CREDIT002: ['Features', 'One feature over all clients, and where this client stands in it.'],
    CREDIT003: ['Pairs', 'Two features against each other.'],
    CREDIT004: ['Importance', 'What moves the scores, over all past clients and for this one.'],
    CREDIT005: ['Descriptions', 'What each feature means and how it is computed.'],
    CREDIT006: ['Portfolio and cut-off', 'All clients, and what another cut-off would mean for them.'],
    CREDIT007: ['Model', 'How good the model is, for whom, and what it was made from.'],
    CREDIT008: ['Free analysis', 'Your own questions to the snapshot, in SQL; read-only and logged.'],
  },
  fr: {
    CREDIT001: ['Client', 'Un client : la décision, ses raisons, et ce qu’un autre regard en fait.'],
    CREDIT002: ['Variables', 'Une variable sur tous les clients, et où s’y situe ce client.'],
    CREDIT003: ['Couples', 'Deux variables l’une contre l’autre.'],
    CREDIT004: ['Importance', 'Ce qui déplace les scores, sur tous les anciens clients et pour celui-ci.'],
    CREDIT005: ['Descriptions', 'Ce que signifie chaque variable et comment elle est calculée.'],
    CREDIT006: ['Portefeuille et seuil', 'Tous les clients, et ce qu’un autre seuil changerait pour eux.'],
    CREDIT007: ['Modèle', 'Ce que vaut le modèle, pour qui, et de quoi il est fait.'],
    CREDIT008: ['Analyse libre', 'Vos propres questions à l’instantané, en SQL ; en lecture seule et journalisées.'],
  },
};

/** Titles of the shipped cards that do not head themselves in the language; a note file has English ones. */
const titles = {
  fr: {
    'credit-free-decisions': 'Décisions par issue',
    'credit-free-importance': 'Ce qui déplace le plus les scores',
    'credit-free-refused': 'Ce qui pèse le plus contre les refusés',
    'credit-free-missing': 'Les variables qui manquent le plus',
  },
};

export const noteName = (language, id, path) => notes[language][id]?.[0] ?? path.replace(/^\//, '');
export const lead = (language, id) => typeset(language, notes[language][id]?.[1] ?? '');
export const cardTitle = (language, { id, title }) => titles[language]?.[id] ?? title ?? '';

export const languages = Object.keys(words);

export function say(language, key, value = '') {
  return typeset(language, words[language][key]).replace('{0}', value);
}

/** The words are written with plain blanks; French has some at which no line may be broken. */
function typeset(language, text) {
  if (language !== 'fr') return text;
  return text.replace(/ (?=[;?!»])/g, '\u202f').replace(/(?<=«) /g, '\u202f').replace(/ (?=:)/g, '\u00a0');
}

/** Fills in every element that names its words. */
export function label(root, language) {
  for (const element of root.querySelectorAll('[data-say]')) element.textContent = say(language, element.dataset.say);
  for (const element of root.querySelectorAll('[data-say-label]')) element.setAttribute('aria-label', say(language, element.dataset.sayLabel));
  for (const element of root.querySelectorAll('[data-say-placeholder]')) element.placeholder = say(language, element.dataset.sayPlaceholder);
}
